package mx.constancia.auditor.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import mx.constancia.auditor.source.EventPages;
import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.auditor.source.Unread;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;

import org.jspecify.annotations.Nullable;

/** Verifies a bundle by itself: what its entries are, and that each source shows just these events. Pages need not wait for each other. */
final class PageCheck {

    private final LedgerReader ledger;
    private final long treeSize;
    private final EventSink sink;

    PageCheck(LedgerReader ledger, long treeSize, EventSink sink) {
        this.ledger = ledger;
        this.treeSize = treeSize;
        this.sink = sink;
    }

    /**
     * A page, as far as it can be judged by itself.
     *
     * @param id         the bundle
     * @param leaves     hashes of its entries; absent when there is no bundle
     * @param tile       the tile that should hold the same hashes; absent when there is none
     * @param entries    what the entries say, with null for one that is none
     * @param events     events that follow from the entries and are wanted
     * @param restricted how many restricted parts were compared with their seal
     * @param faults     what does not hold
     */
    record Page(BundleId id, Optional<List<Hash>> leaves, Optional<Tile> tile, List<@Nullable LedgerEntry> entries,
            List<StoredEvent> events, int restricted, List<Fault> faults) {
    }

    /** Verifies a page from its entry at {@code from} on, which is where the sources' pages begin. */
    Page check(long index, long from, List<Source> sources) {
        return new Checking(BundleId.inTree(treeSize, index)).page(from, sources);
    }

    /** A page of one source. */
    record Source(String name, EventPages.Page page) {
    }

    private final class Checking {

        private final BundleId id;
        private final long first;
        private final List<Fault> faults = new ArrayList<>();
        private final List<StoredEvent> events = new ArrayList<>();
        private int restricted;

        Checking(BundleId id) {
            this.id = id;
            this.first = id.index() * BundleId.FULL_WIDTH;
        }

        Page page(long from, List<Source> sources) {
            Optional<EntryBundle> bundle = read(id.path(), () -> ledger.bundle(id));
            Optional<Tile> tile = tile();
            List<@Nullable LedgerEntry> entries = new ArrayList<>();
            bundle.ifPresent(read -> {
                for (long position = from; position < first + id.width(); position++) {
                    entries.add(entry(position, read.entry((int) (position - first)), sources));
                }
                sources.forEach(source -> source.page.strays().forEach(stray -> stray(source.name, stray, read)));
            });
            var hasher = new TreeHasher();
            return new Page(id, bundle.map(read -> IntStream.range(0, id.width()).mapToObj(place -> read.leaf(place, hasher)).toList()),
                    tile, entries, events, restricted, faults);
        }

        private Optional<Tile> tile() {
            var tileId = new TileId(0, id.index(), id.width());
            return read(tileId.path(), () -> ledger.tile(tileId));
        }

        private <T> Optional<T> read(String path, Supplier<Optional<T>> reader) {
            try {
                Optional<T> found = reader.get();
                if (found.isEmpty()) {
                    faults.add(fault(Fault.Kind.FILE_MISSING, path));
                }
                return found;
            } catch (MalformedException e) {
                faults.add(fault(Fault.Kind.FILE_MALFORMED, path, e.getMessage()));
                return Optional.empty();
            }
        }

        private Fault fault(Fault.Kind kind, Object... details) {
            return Fault.among(first, first + id.width() - 1, kind, ledger.name(), details);
        }

        private @Nullable LedgerEntry entry(long position, byte[] published, List<Source> sources) {
            LedgerEntry entry = null;
            for (Source source : sources) {
                Unread event = source.page.bySlot().get(position);
                if (event == null) {
                    faults.add(Fault.at(position, Fault.Kind.EVENT_MISSING, source.name));
                } else {
                    LedgerEntry same = compared(position, published, source.name, event, entry == null);
                    entry = entry == null ? same : entry;
                }
            }
            return entry == null ? parsed(position, published) : entry;
        }

        private @Nullable LedgerEntry parsed(long position, byte[] published) {
            try {
                return LedgerEntry.parse(published);
            } catch (IllegalArgumentException e) {
                faults.add(Fault.at(position, Fault.Kind.ENTRY_MALFORMED, ledger.name(), e.getMessage()));
                return null;
            }
        }

        private @Nullable LedgerEntry compared(long position, byte[] published, String source, Unread unread, boolean isFirst) {
            StoredEvent event;
            try {
                event = unread.read();
            } catch (IllegalArgumentException e) {
                faults.add(Fault.at(position, Fault.Kind.EVENT_MALFORMED, source, e.getMessage()));
                return null;
            }
            EventComparison.Compared compared = EventComparison.compare(event, published, position, source);
            if (compared.fault() != null) {
                faults.add(compared.fault());
            } else {
                restricted += event.restrictedPart() == null ? 0 : 1;
                if (isFirst && sink.wants(event)) {
                    events.add(event);
                }
            }
            return compared.entry();
        }

        /** A relay that crashed sends an event twice; then both are the same. */
        private void stray(String source, Unread stray, EntryBundle here) {
            long index = stray.position() / BundleId.FULL_WIDTH;
            Optional<EntryBundle> bundle = index == id.index() ? Optional.of(here)
                    : read(id.path(), () -> ledger.bundle(BundleId.inTree(treeSize, index)));
            bundle.ifPresent(of -> compared(stray.position(), of.entry((int) (stray.position() % BundleId.FULL_WIDTH)), source, stray, false));
        }
    }
}
