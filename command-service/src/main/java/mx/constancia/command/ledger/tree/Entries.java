package mx.constancia.command.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.events.entry.RestrictedSeal;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TilePath;

/** Entries of neighbouring events, derived from their rows. */
public final class Entries {

    private final long from;
    private final List<byte[]> bytes;

    private Entries(long from, List<byte[]> bytes) {
        this.from = from;
        this.bytes = bytes;
    }

    static Entries none(long from) {
        return new Entries(from, List.of());
    }

    /**
     * Derives the entries of events.
     *
     * @throws LedgerAlarm when a row is missing, out of its place, or not as it was written
     */
    public static Entries of(long from, List<StoredEvent> events) {
        List<byte[]> bytes = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            long position = from + bytes.size();
            if (event.position() != position) {
                throw missing(position);
            }
            bytes.add(entry(event));
        }
        return new Entries(from, bytes);
    }

    /**
     * Derives the entries of the positions from {@code low} up to, not including, {@code high}.
     *
     * @throws LedgerAlarm when a row is missing, out of its place, or not as it was written
     */
    static Entries read(EventSource log, long low, long high) {
        Entries entries = none(low);
        while (entries.end() < high) {
            List<StoredEvent> events = log.read(entries.end(), (int) (high - entries.end()));
            if (events.isEmpty()) {
                throw missing(entries.end());
            }
            entries = entries.followedBy(of(entries.end(), events));
        }
        return entries;
    }

    static LedgerAlarm missing(long position) {
        return new LedgerAlarm(position, "the log has no event at position " + position);
    }

    static LedgerAlarm changed(long position) {
        return new LedgerAlarm(position, "the event at position " + position + " is not the one that the ledger holds");
    }

    private static byte[] entry(StoredEvent event) {
        if (!RestrictedSeal.holds(event)) {
            throw new LedgerAlarm(event.position(), "the restricted part at position " + event.position() + " is not the one that was sealed");
        }
        try {
            return LedgerEntry.of(event).bytes();
        } catch (IllegalArgumentException e) {
            throw new LedgerAlarm(event.position(), "the event at position " + event.position() + " cannot be read: " + e.getMessage());
        }
    }

    /** The leaf hashes. */
    public List<Hash> leaves() {
        var hasher = new TreeHasher();
        return bytes.stream().map(hasher::leaf).toList();
    }

    /**
     * Compares the entries with what the tree holds of them.
     *
     * @param leaves the tile of leaf hashes in which all of them lie
     * @throws LedgerAlarm at the first that differs
     */
    public void requireSameAs(Tile leaves) {
        List<Hash> derived = leaves();
        for (int i = 0; i < derived.size(); i++) {
            long position = from + i;
            if (!derived.get(i).equals(leaves.hash((int) (position % TilePath.FULL_WIDTH)))) {
                throw changed(position);
            }
        }
    }

    boolean isSameAs(Entries other) {
        return from == other.from && Arrays.deepEquals(bytes.toArray(), other.bytes.toArray());
    }

    long from() {
        return from;
    }

    long end() {
        return from + bytes.size();
    }

    Entries followedBy(Entries next) {
        List<byte[]> all = new ArrayList<>(bytes);
        all.addAll(next.bytes);
        return new Entries(from, all);
    }

    /** Those that are in the bundle, full or not, at the end. */
    Entries ofOpenBundle() {
        return between(Math.max(from, end() / TilePath.FULL_WIDTH * TilePath.FULL_WIDTH), end());
    }

    Entries between(long low, long high) {
        return new Entries(low, List.copyOf(bytes.subList((int) (low - from), (int) (high - from))));
    }

    List<byte[]> bytes() {
        return bytes;
    }
}
