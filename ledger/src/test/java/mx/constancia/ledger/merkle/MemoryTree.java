package mx.constancia.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mx.constancia.ledger.Samples;

/** A tree with the hashes of all its complete subtrees in memory. */
public final class MemoryTree implements HashReader {

    private final List<List<Hash>> rows = new ArrayList<>();

    public MemoryTree(List<Hash> leaves) {
        var hasher = new TreeHasher();
        for (List<Hash> row = leaves; !row.isEmpty(); ) {
            rows.add(row);
            var above = new ArrayList<Hash>();
            for (int i = 0; i + 1 < row.size(); i += 2) {
                above.add(hasher.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
    }

    public static MemoryTree ofSize(long size) {
        return new MemoryTree(LongStream.range(0, size).mapToObj(Samples::leaf).toList());
    }

    @Override
    public Hash read(TreeNode node) {
        return rows.get(node.height()).get(Math.toIntExact(node.index()));
    }

    /** The definition of RFC 6962 section 2.1, word by word. */
    public static Hash definition(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return TreeHasher.EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return new TreeHasher().node(definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
    }
}
