package mx.constancia.ledger.merkle;

import java.util.List;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.UnverifiedException;

/**
 * Proof that a leaf stands at an index of a tree (RFC 6962 section 2.1.1).
 *
 * @param index    of the leaf, from 0
 * @param treeSize number of leaves in the tree
 * @param hashes   from the leaf's sibling up to the root's child, at most 63
 */
public record InclusionProof(long index, long treeSize, List<Hash> hashes) {

    private static final String FORMAT = "inclusion proof";

    public InclusionProof {
        hashes = ProofHashes.bounded(FORMAT, hashes);
        if (index < 0 || index >= treeSize) {
            throw new MalformedException(FORMAT, "index", "a tree of size " + treeSize + " has no leaf " + index);
        }
    }

    /**
     * Verifies the proof (RFC 9162 section 2.1.3.2).
     *
     * @throws UnverifiedException if the leaf is not at this index of the tree with this root
     */
    public void verify(Hash leaf, Hash root) {
        if (!rootFrom(leaf).equals(root)) {
            throw unverified("leads to another root");
        }
    }

    private Hash rootFrom(Hash leaf) {
        var hasher = new TreeHasher();
        long fn = index;
        long sn = treeSize - 1;
        Hash r = leaf;
        for (Hash p : hashes) {
            if (sn == 0) {
                throw unverified("has too many hashes");
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = hasher.node(p, r);
                int levels = Long.numberOfTrailingZeros(fn);
                fn >>= levels;
                sn >>= levels;
            } else {
                r = hasher.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            throw unverified("has too few hashes");
        }
        return r;
    }

    private UnverifiedException unverified(String reason) {
        return new UnverifiedException("the inclusion proof of leaf " + index + " in the tree of size " + treeSize + " " + reason);
    }
}
