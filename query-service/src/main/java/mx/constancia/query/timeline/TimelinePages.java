package mx.constancia.query.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.StoredEvents;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A mechanism's or the installation's events in pages of a few versions, because a store writes a page anew for each change of it. {@code _id} is
 * the {@link #key}, slash, page number; the page number and the slot follow from the version, so that a page is found without an
 * index and a slot is filled twice without harm.
 */
@Component
public final class TimelinePages {

    /** Versions in a page: the first one holds versions 1 to 10. */
    public static final int SIZE = 10;
    private static final int PAGES_PER_FIND = 200;

    private final ViewStore store;

    public TimelinePages(ViewStore store) {
        this.store = store;
    }

    /** What the pages of a stream begin with: a mechanism's id, or the stream's name with a mark that no id has. */
    public static String key(String streamId) {
        return StreamId.isMechanism(streamId) ? StreamId.idOf(streamId) : "@" + streamId;
    }

    /** The writes that put a stream's events into their slots. */
    public static List<Write> fills(String mechanismId, List<SlottedEvent> events) {
        Map<String, Map<String, Object>> pages = events.stream().collect(Collectors.groupingBy(
                each -> pageId(mechanismId, page(each.event().version())),
                Collectors.toMap(each -> Integer.toString(slot(each.event().version())), SlottedEvent::slot)));
        return pages.entrySet().stream()
                .<Write>map(page -> new Write.Fill(page.getKey(), page.getValue(), page.getValue().containsKey("0"))).toList();
    }

    /**
     * A stretch of a mechanism's events, in their order. It ends early where an event is not there.
     *
     * @param first first version
     * @param last  last version
     */
    public List<StoredEvent> read(String mechanismId, long first, long last) {
        List<Binary> slots = new ArrayList<>();
        for (long from = page(first); from <= page(last) && slots.size() == begun(first, from); from += PAGES_PER_FIND) {
            long end = Math.min(page(last), from + PAGES_PER_FIND - 1);
            Map<String, Document> pages = store.find(View.TIMELINE,
                    LongStream.rangeClosed(from, end).mapToObj(page -> pageId(mechanismId, page)).toList(), fields(first, last));
            LongStream.rangeClosed(Math.max(first, firstOf(from)), Math.min(last, firstOf(end + 1) - 1))
                    .mapToObj(version -> slotOf(pages.get(pageId(mechanismId, page(version))), version))
                    .takeWhile(Objects::nonNull)
                    .forEach(slots::add);
        }
        return StoredEvents.events(store, slots);
    }

    /** A stretch that is shorter than a page is asked for by its slots; of two pages these are some more than it has. */
    private static String[] fields(long first, long last) {
        return last - first + 1 >= SIZE ? new String[] {Write.Fill.SLOTS}
                : LongStream.rangeClosed(first, last).mapToObj(version -> field(version)).toArray(String[]::new);
    }

    /**
     * Whether this event is at this version. Events have ids of their own: where one still is, so are those before it.
     *
     * @param eventId the event's id
     */
    public boolean has(String mechanismId, long version, String eventId) {
        String id = pageId(mechanismId, page(version));
        Binary slot = slotOf(store.find(View.TIMELINE, List.of(id), field(version)).get(id), version);
        return slot != null && StoredEvents.eventId(slot).equals(eventId);
    }

    /** How many events there are between {@code first} and the beginning of a page, when none is missing. */
    private static long begun(long first, long page) {
        return Math.max(0, firstOf(page) - first);
    }

    private static @Nullable Binary slotOf(@Nullable Document page, long version) {
        return page == null ? null : page.get(Write.Fill.SLOTS, new Document()).get(Integer.toString(slot(version)), Binary.class);
    }

    /** The page that a version is in, from 0. */
    static long page(long version) {
        return (version - 1) / SIZE;
    }

    /** The first version of a page. */
    static long firstOf(long page) {
        return page * SIZE + 1;
    }

    private static int slot(long version) {
        return (int) ((version - 1) % SIZE);
    }

    private static String field(long version) {
        return Write.Fill.SLOTS + "." + slot(version);
    }

    private static String pageId(String mechanismId, long page) {
        return mechanismId + "/" + page;
    }
}
