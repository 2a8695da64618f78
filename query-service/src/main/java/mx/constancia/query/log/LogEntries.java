package mx.constancia.query.log;

import java.util.List;
import java.util.Map;

import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.Write;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The log, a document for each event, which is never changed: {@code _id} is the position, so that it is found without an index and
 * written twice without harm, and partitions may be read in any order.
 */
public final class LogEntries {

    private static final String EVENT = "event";

    private LogEntries() {
    }

    /** The writes that make events visible. */
    public static List<Write> writes(List<SlottedEvent> events) {
        return events.stream()
                .<Write>map(each -> new Write.Once(new Document("_id", id(each.event().position())).append(EVENT, each.slot()))).toList();
    }

    /** The {@code _id} of a position's document. */
    static String id(long position) {
        return Long.toString(position);
    }

    /** The value of a position's event; absent when it was not written. */
    static @Nullable Binary event(Map<String, Document> entries, long position) {
        Document entry = entries.get(id(position));
        return entry == null ? null : entry.get(EVENT, Binary.class);
    }

    /** The last position of an unbroken stretch; {@code after}, the position before it, when there is none. */
    static long unbroken(Map<String, Document> entries, long after) {
        long position = after;
        while (entries.containsKey(id(position + 1))) {
            position++;
        }
        return position;
    }
}
