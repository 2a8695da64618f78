package mx.constancia.ledger.merkle;

import java.util.List;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.UnverifiedException;

/**
 * Proof that a tree only grew: that the smaller tree is the beginning of the larger one (RFC 6962 section 2.1.2).
 *
 * @param from   size of the smaller tree
 * @param to     size of the larger tree
 * @param hashes at most 63; none if the smaller tree is empty or the trees have the same size
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {

    private static final String FORMAT = "consistency proof";

    public ConsistencyProof {
        hashes = ProofHashes.bounded(FORMAT, hashes);
        if (from < 0 || from > to) {
            throw new MalformedException(FORMAT, "sizes", "a tree does not grow from size " + from + " to " + to);
        }
    }

    /**
     * Verifies the proof (RFC 9162 section 2.1.4.2; growth from the empty tree and to the same size as in tlog-witness).
     *
     * @throws UnverifiedException if the tree with {@code newRoot} does not contain the one with {@code oldRoot}
     */
    public void verify(Hash oldRoot, Hash newRoot) {
        if (from == 0 && !oldRoot.equals(TreeHasher.EMPTY_ROOT)) {
            throw unverified("starts from an empty tree with another root");
        }
        if (from == 0 || from == to) {
            verifyTrivial(oldRoot, newRoot);
        } else {
            verifyGrowth(oldRoot, newRoot);
        }
    }

    private void verifyTrivial(Hash oldRoot, Hash newRoot) {
        if (!hashes.isEmpty()) {
            throw unverified("has too many hashes");
        }
        if (from == to && !oldRoot.equals(newRoot)) {
            throw unverified("joins different roots of the same size");
        }
    }

    private void verifyGrowth(Hash oldRoot, Hash newRoot) {
        boolean complete = Long.bitCount(from) == 1;
        if (!complete && hashes.isEmpty()) {
            throw unverified("has too few hashes");
        }
        var hasher = new TreeHasher();
        int shared = Long.numberOfTrailingZeros(from);
        long fn = (from - 1) >> shared;
        long sn = (to - 1) >> shared;
        Hash fr = complete ? oldRoot : hashes.getFirst();
        Hash sr = fr;
        for (Hash c : complete ? hashes : hashes.subList(1, hashes.size())) {
            if (sn == 0) {
                throw unverified("has too many hashes");
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = hasher.node(c, fr);
                sr = hasher.node(c, sr);
                int levels = Long.numberOfTrailingZeros(fn);
                fn >>= levels;
                sn >>= levels;
            } else {
                sr = hasher.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            throw unverified("has too few hashes");
        }
        if (!fr.equals(oldRoot)) {
            throw unverified("does not lead to the old root");
        }
        if (!sr.equals(newRoot)) {
            throw unverified("does not lead to the new root");
        }
    }

    private UnverifiedException unverified(String reason) {
        return new UnverifiedException("the consistency proof from size " + from + " to size " + to + " " + reason);
    }
}
