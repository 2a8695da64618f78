package mx.constancia.auditor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import mx.constancia.ledger.tiles.TilePath;

import org.jspecify.annotations.Nullable;

/** Fetches events ahead of who checks them, in pages as wide as the ledger's bundles; holds a few pages and no more. */
public final class EventPages implements AutoCloseable {

    private static final int AHEAD = 8;
    private static final int PATIENCE_SECONDS = 120;
    private static final int MOST_STRAYS = 10_000;
    private static final int LITTLE = 1_024;

    private final EventSource source;
    private final long to;
    private final Thread reader;
    private final BlockingQueue<Fetched> fetched = new ArrayBlockingQueue<>(AHEAD);
    /** Kilobytes that may still be fetched ahead. */
    private final Semaphore room = new Semaphore(Limits.AHEAD / LITTLE);

    /**
     * The events of 256 positions.
     *
     * @param bySlot what the source has for a position, by the position
     * @param strays what it has out of its order: a second event of one position, or one of an earlier page
     */
    public record Page(Map<Long, Unread> bySlot, List<Unread> strays) {

        /** Length of all events together, in bytes. */
        public long length() {
            return Stream.concat(bySlot.values().stream(), strays.stream()).mapToLong(Unread::length).sum();
        }
    }

    private sealed interface Fetched {
    }

    private record Some(Page page) implements Fetched {
    }

    private record Failed(SourceException failure) implements Fetched {
    }

    private EventPages(EventSource source, long from, long to) {
        this.source = source;
        this.to = to;
        this.reader = Thread.ofPlatform().daemon().name("fetch " + source.name()).unstarted(() -> fetch(from));
    }

    /** Starts to fetch the pages of the positions from {@code from} up to, not including, {@code to}. */
    public static EventPages of(EventSource source, long from, long to) {
        var pages = new EventPages(source, from, to);
        pages.reader.start();
        return pages;
    }

    /** Where the events come from. */
    public String name() {
        return source.name();
    }

    /**
     * The next page; the first one begins in its middle when {@code from} does.
     *
     * @throws SourceException when the source fails or stalls
     */
    public Page next() throws InterruptedException {
        Fetched next = fetched.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return switch (next) {
            case null -> throw new SourceException(source.name(), "nothing comes any more");
            case Some(Page page) -> {
                room.release(room(page));
                yield page;
            }
            case Failed(SourceException failure) -> throw failure;
        };
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void fetch(long from) {
        try {
            try (EventCursor cursor = source.read(from, to)) {
                Unread held = cursor.next();
                for (long start = from; start < to; start = nextPage(start)) {
                    long end = Math.min(nextPage(start), to);
                    var page = new Page(new TreeMap<>(), new ArrayList<>());
                    for (long length = 0; held != null && held.position() < end; held = cursor.next()) {
                        place(page, held, start);
                        length += held.length();
                        if (length > Limits.PAGE) {
                            throw new SourceException(source.name(), "events near position " + start + " are longer than is accepted");
                        }
                    }
                    room.acquire(room(page));
                    fetched.put(new Some(page));
                }
            } catch (SourceException e) {
                fetched.put(new Failed(e));
            } catch (RuntimeException e) {
                fetched.put(new Failed(new SourceException(source.name(), e)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void place(Page page, Unread event, long start) {
        @Nullable Unread before = event.position() < start ? event : page.bySlot().putIfAbsent(event.position(), event);
        if (before != null) {
            page.strays().add(event);
            if (page.strays().size() > MOST_STRAYS) {
                throw new SourceException(source.name(), "it repeats itself without end near position " + event.position());
            }
        }
    }

    private static int room(Page page) {
        return (int) Math.min(Limits.AHEAD, page.length()) / LITTLE;
    }

    private static long nextPage(long position) {
        return (position / TilePath.FULL_WIDTH + 1) * TilePath.FULL_WIDTH;
    }
}
