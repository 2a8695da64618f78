package mx.constancia.ledger.tiles;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;
import org.jspecify.annotations.Nullable;

/** The entries of a bundle: for each its length (u16, big-endian) and its bytes (tlog-tiles, "Log entries"). */
public final class EntryBundle {

    /** Longest entry, in bytes. */
    public static final int MAX_ENTRY = 65_535;

    private static final int PREFIX = Short.BYTES;

    private final BundleId id;
    private final byte[] bytes;
    /** Where each entry starts, and at the end where the next would start; after the length. */
    private final int[] starts;

    private EntryBundle(BundleId id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes;
        this.starts = new int[id.width() + 1];
        int position = 0;
        for (int place = 0; place < id.width(); place++) {
            starts[place] = position + PREFIX;
            position = end(position);
        }
        if (position != bytes.length) {
            throw malformed(position, "has more than " + id.width() + " entries");
        }
        starts[id.width()] = position + PREFIX;
    }

    /** Reads a file. Keeps the array, which the caller must not change any more. */
    public static EntryBundle parse(BundleId id, byte[] bytes) {
        return new EntryBundle(id, bytes);
    }

    /** Makes a bundle of as many entries as it is wide. */
    public static EntryBundle of(BundleId id, List<byte[]> entries) {
        var bytes = new byte[entries.stream().mapToInt(entry -> PREFIX + entry.length).sum()];
        int position = 0;
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY) {
                throw new MalformedException("entry bundle " + id.path(), "byte " + position,
                        "an entry of " + entry.length + " bytes is longer than " + MAX_ENTRY);
            }
            bytes[position] = (byte) (entry.length >> Byte.SIZE);
            bytes[position + 1] = (byte) entry.length;
            System.arraycopy(entry, 0, bytes, position + PREFIX, entry.length);
            position += PREFIX + entry.length;
        }
        return new EntryBundle(id, bytes);
    }

    /** Which bundle it is. */
    public BundleId id() {
        return id;
    }

    /** A copy of the entry at a place, from 0. */
    public byte[] entry(int place) {
        Objects.checkIndex(place, id.width());
        return Arrays.copyOfRange(bytes, starts[place], starts[place] + length(place));
    }

    /** The leaf hash of the entry at a place, from 0. */
    public Hash leaf(int place, TreeHasher hasher) {
        Objects.checkIndex(place, id.width());
        return hasher.leaf(bytes, starts[place], length(place));
    }

    /** The partial bundle that this one was when it had only {@code width} entries. */
    public EntryBundle narrowed(int width) {
        int length = starts[Math.min(width, id.width())] - PREFIX;
        return new EntryBundle(new BundleId(id.index(), width), Arrays.copyOf(bytes, length));
    }

    /** A copy of the file's bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it is the same bundle with the same bytes. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntryBundle that && id.equals(that.id) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, Arrays.hashCode(bytes));
    }

    private int length(int place) {
        return starts[place + 1] - PREFIX - starts[place];
    }

    private int end(int position) {
        if (position > bytes.length - PREFIX) {
            throw malformed(position, "ends before the length of an entry");
        }
        int length = Byte.toUnsignedInt(bytes[position]) << Byte.SIZE | Byte.toUnsignedInt(bytes[position + 1]);
        if (length > bytes.length - PREFIX - position) {
            throw malformed(position, "ends before an entry of " + length + " bytes does");
        }
        return position + PREFIX + length;
    }

    private MalformedException malformed(int position, String reason) {
        return MalformedException.atByte("entry bundle " + id.path(), position, reason);
    }
}
