package mx.constancia.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.text.Lines;

/** The hashes of a proof as lines of text; at most 63, for a tree of at most 2^63 - 1 leaves is at most 63 nodes high. */
public final class ProofHashes {

    /** Most hashes in a proof. */
    public static final int MAX = 63;

    private ProofHashes() {
    }

    /** Reads one hash a line, up to and including an empty line. */
    public static List<Hash> read(Lines lines) {
        var hashes = new ArrayList<Hash>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            if (hashes.size() == MAX) {
                throw lines.fault("a proof has at most " + MAX + " hashes");
            }
            hashes.add(Hash.parse(lines, line));
        }
        return hashes;
    }

    /** The reverse of {@link #read}, with the empty line. */
    public static String format(List<Hash> hashes) {
        var text = new StringBuilder();
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').toString();
    }

    static List<Hash> bounded(String format, List<Hash> hashes) {
        if (hashes.size() > MAX) {
            throw new MalformedException(format, "hash " + MAX, "a proof has at most " + MAX + " hashes");
        }
        return List.copyOf(hashes);
    }
}
