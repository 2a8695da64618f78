package mx.constancia.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/** Builds roots and proofs from the hashes of complete subtrees. Not thread-safe. */
public final class ProofBuilder {

    private final TreeHasher hasher = new TreeHasher();
    private final HashReader reader;

    public ProofBuilder(HashReader reader) {
        this.reader = reader;
    }

    /** Root of the tree of the first {@code size} leaves (RFC 6962 section 2.1). */
    public Hash root(long size) {
        return size == 0 ? TreeHasher.EMPTY_ROOT : range(0, size);
    }

    /** Proof that leaf {@code index} is in the tree of the first {@code treeSize} leaves (RFC 6962 section 2.1.1). */
    public InclusionProof inclusion(long index, long treeSize) {
        if (index < 0 || index >= treeSize) {
            throw new IllegalArgumentException("a tree of size " + treeSize + " has no leaf " + index);
        }
        var downwards = new ArrayList<Hash>();
        long low = 0;
        long high = treeSize;
        while (high - low > 1) {
            long middle = low + split(high - low);
            if (index < middle) {
                downwards.add(range(middle, high));
                high = middle;
            } else {
                downwards.add(range(low, middle));
                low = middle;
            }
        }
        return new InclusionProof(index, treeSize, downwards.reversed());
    }

    /** Proof that the first {@code from} leaves are the beginning of the first {@code to} leaves (RFC 6962 section 2.1.2). */
    public ConsistencyProof consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree does not grow from size " + from + " to " + to);
        }
        return new ConsistencyProof(from, to, from == 0 ? List.of() : subproof(from, to));
    }

    private List<Hash> subproof(long from, long to) {
        var downwards = new ArrayList<Hash>();
        long low = 0;
        long high = to;
        while (from < high) {
            long middle = low + split(high - low);
            if (from <= middle) {
                downwards.add(range(middle, high));
                high = middle;
            } else {
                downwards.add(range(low, middle));
                low = middle;
            }
        }
        if (low > 0) {
            downwards.add(range(low, high));
        }
        return downwards.reversed();
    }

    /** Hash of leaves low to high - 1, where low is a multiple of the largest power of two that fits. */
    private Hash range(long low, long high) {
        long width = high - low;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return reader.read(new TreeNode(height, low >> height));
        }
        long middle = low + split(width);
        return hasher.node(range(low, middle), range(middle, high));
    }

    /** The largest power of two below {@code width}. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
