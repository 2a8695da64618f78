package mx.constancia.ledger.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import mx.constancia.ledger.text.Sha256;

/**
 * Hashes of leaves and nodes (RFC 6962 section 2.1). Their different first byte keeps a leaf from passing as a node.
 * Reuses one digest: not thread-safe, make one for each thread.
 */
public final class TreeHasher {

    /** Root of the tree without leaves: the hash of nothing. */
    public static final Hash EMPTY_ROOT = Hash.owning(Sha256.digest().digest());

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final MessageDigest digest = Sha256.digest();

    /** SHA-256(0x00 || entry). */
    public Hash leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    /** The leaf hash of an entry that lies in a larger array. */
    public Hash leaf(byte[] source, int offset, int length) {
        digest.update(LEAF);
        digest.update(source, offset, length);
        return Hash.owning(digest.digest());
    }

    /** SHA-256(0x01 || left || right). */
    public Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.shared());
        digest.update(right.shared());
        return Hash.owning(digest.digest());
    }

    /**
     * The root of a complete subtree over hashes that lie one after another in an array.
     *
     * @param offset of the first hash, in bytes
     * @param count  number of hashes, a power of two
     */
    public Hash subtree(byte[] hashes, int offset, int count) {
        byte[] row = Arrays.copyOfRange(hashes, offset, offset + count * Hash.SIZE);
        for (int nodes = count / 2; nodes > 0; nodes /= 2) {
            for (int i = 0; i < nodes; i++) {
                digest.update(NODE);
                digest.update(row, i * 2 * Hash.SIZE, 2 * Hash.SIZE);
                finish(row, i * Hash.SIZE);
            }
        }
        return Hash.at(row, 0);
    }

    private void finish(byte[] target, int offset) {
        try {
            digest.digest(target, offset, Hash.SIZE);
        } catch (DigestException e) {
            throw new AssertionError("a SHA-256 value fits into 32 bytes", e);
        }
    }
}
