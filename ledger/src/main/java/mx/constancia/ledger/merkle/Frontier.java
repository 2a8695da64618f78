package mx.constancia.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import mx.constancia.ledger.MalformedException;

/**
 * The right frontier (compact range from 0) of a growing tree: the roots of its complete subtrees, one for each bit that is set
 * in its size. Enough to append and to know the root, in at most 63 hashes. Mutable and not thread-safe.
 */
public final class Frontier {

    private final TreeHasher hasher = new TreeHasher();
    /** By height; only the heights whose bit is set in the size have a meaning. */
    private final Hash[] subtrees = new Hash[Long.SIZE];
    private long size;

    /** The frontier of the empty tree. */
    public Frontier() {
    }

    /** Restores a frontier from {@link #size()} and {@link #hashes()}. */
    public static Frontier of(long size, List<Hash> hashes) {
        if (size < 0 || Long.bitCount(size) != hashes.size()) {
            throw new MalformedException("frontier", "length", hashes.size() + " hashes do not describe a tree of size " + size);
        }
        var frontier = new Frontier();
        frontier.size = size;
        long left = size;
        for (Hash hash : hashes) {
            long largest = Long.highestOneBit(left);
            frontier.subtrees[Long.numberOfTrailingZeros(largest)] = hash;
            left -= largest;
        }
        return frontier;
    }

    /** Appends a leaf, given its hash. */
    public void append(Hash leaf) {
        Hash subtree = leaf;
        int height = 0;
        for (long n = size; (n & 1) == 1; n >>= 1) {
            subtree = hasher.node(subtrees[height], subtree);
            height++;
        }
        subtrees[height] = subtree;
        size = Math.incrementExact(size);
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Roots of the complete subtrees, from the left (largest) to the right (smallest). */
    public List<Hash> hashes() {
        var hashes = new ArrayList<Hash>(Long.bitCount(size));
        for (int height = Long.SIZE - 2; height >= 0; height--) {
            if ((size >> height & 1) == 1) {
                hashes.add(subtrees[height]);
            }
        }
        return List.copyOf(hashes);
    }

    /** Root of the tree. */
    public Hash root() {
        return hashes().reversed().stream()
                .reduce((right, left) -> hasher.node(left, right))
                .orElse(TreeHasher.EMPTY_ROOT);
    }
}
