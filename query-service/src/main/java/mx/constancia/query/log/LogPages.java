package mx.constancia.query.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.Write;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The log in pages of a few positions, because each batch of events writes a whole page anew. {@code _id} is the page number; {@code slots}
 * holds the events by position mod 32, and {@code seen} says which slots are filled, for those who only ask that.
 */
public final class LogPages {

    /** Positions in a page. */
    static final int SIZE = 32;

    private LogPages() {
    }

    /** The writes that put events into their slots. */
    public static List<Write> fills(List<SlottedEvent> events) {
        Map<Long, List<SlottedEvent>> pages = events.stream().collect(Collectors.groupingBy(each -> each.event().position() / SIZE));
        return pages.entrySet().stream().map(page -> fill(page.getKey(), page.getValue())).toList();
    }

    private static Write fill(long page, List<SlottedEvent> events) {
        Map<String, Object> slots = new HashMap<>();
        Map<String, Object> seen = new HashMap<>();
        for (SlottedEvent each : events) {
            String slot = Long.toString(each.event().position() % SIZE);
            slots.put(slot, each.slot());
            seen.put(slot, true);
        }
        // Whoever has the page's first event is probably the first to write it.
        return new Write.Fill(pageId(page), Map.of("slots", slots, "seen", seen), slots.containsKey("0"));
    }

    /** The {@code _id} of a page. */
    static String pageId(long page) {
        return Long.toString(page);
    }

    /**
     * The last position of an unbroken stretch within a page.
     *
     * @param page  the page with its {@code seen}; absent when it was never written
     * @param after the position before the stretch
     * @return {@code after} when the next position is missing or belongs to another page
     */
    static long unbroken(@Nullable Document page, long number, long after) {
        long position = after;
        if (page != null) {
            Document seen = page.get("seen", Document.class);
            while ((position + 1) / SIZE == number && seen.containsKey(Long.toString((position + 1) % SIZE))) {
                position++;
            }
        }
        return position;
    }
}
