package mx.constancia.query.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.store.StoredEvents;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the log from its pages, by {@code _id}. */
@Component
public final class LogReader {

    /** Positions in a page as readers take it, the entry bundles of the ledger; the store has it in some smaller ones. */
    public static final int PAGE = 256;

    private final ViewStore store;

    public LogReader(ViewStore store) {
        this.store = store;
    }

    /**
     * The events from a position on, in their order, at most up to the end of its {@link #PAGE}.
     *
     * @param first first position
     * @param last  last position; not beyond the visible head
     * @return fewer where an event is not there, which is so only while the views are built anew
     */
    public List<StoredEvent> read(long first, long last) {
        long end = Math.min(last, (first / PAGE + 1) * PAGE - 1);
        Map<String, Document> pages = store.find(View.LOG,
                LongStream.rangeClosed(first / LogPages.SIZE, end / LogPages.SIZE).mapToObj(LogPages::pageId).toList(), fields(first, end));
        return StoredEvents.events(store, LongStream.rangeClosed(first, end)
                .mapToObj(position -> slot(pages, position))
                .takeWhile(Objects::nonNull)
                .toList());
    }

    private static @Nullable Binary slot(Map<String, Document> pages, long position) {
        Document page = pages.get(LogPages.pageId(position / LogPages.SIZE));
        return page == null ? null : page.get("slots", new Document()).get(slot(position), Binary.class);
    }

    /**
     * Some events, in the order in which they are asked for.
     *
     * @return fewer where an event is not there, which is so only while the views are built anew
     */
    public List<StoredEvent> at(List<Long> positions) {
        Map<Long, Binary> slots = new HashMap<>();
        positions.stream().collect(Collectors.groupingBy(position -> position / PAGE)).values().forEach(near -> {
            Map<String, Document> pages = store.find(View.LOG, near.stream().map(position -> LogPages.pageId(position / LogPages.SIZE)).distinct().toList(),
                    near.stream().map(position -> "slots." + slot(position)).distinct().toArray(String[]::new));
            near.forEach(position -> slots.put(position, slot(pages, position)));
        });
        return StoredEvents.events(store, positions.stream().map(slots::get).filter(Objects::nonNull).toList());
    }

    /** The newest page is read again and again: only what is new of it. Of two pages these are some more. */
    private static String[] fields(long first, long end) {
        return end - first + 1 >= LogPages.SIZE
                ? new String[] {"slots"}
                : LongStream.rangeClosed(first, end).mapToObj(position -> "slots." + slot(position)).toArray(String[]::new);
    }

    private static String slot(long position) {
        return Long.toString(position % LogPages.SIZE);
    }
}
