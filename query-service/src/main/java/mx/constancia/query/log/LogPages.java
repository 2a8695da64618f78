package mx.constancia.query.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.store.StoredEvents;
import mx.constancia.query.store.Write;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The log in pages of 256 positions, the entry bundles of the ledger. {@code _id} is the page number; {@code slots} holds
 * the events by position mod 256, and {@code seen} says which slots are filled, for those who only ask that.
 */
public final class LogPages {

    /** Positions in a page. */
    public static final int SIZE = 256;

    private LogPages() {
    }

    /** The writes that put events into their slots. */
    public static List<Write> fills(List<StoredEvent> events) {
        Map<String, Map<String, Object>> pages = new HashMap<>();
        for (StoredEvent event : events) {
            Map<String, Object> page = pages.computeIfAbsent(pageId(event.position() / SIZE), id -> new HashMap<>());
            int slot = (int) (event.position() % SIZE);
            page.put("slots." + slot, StoredEvents.slot(event));
            page.put("seen." + slot, true);
        }
        return pages.entrySet().stream().<Write>map(page -> new Write.Fill(page.getKey(), page.getValue())).toList();
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
