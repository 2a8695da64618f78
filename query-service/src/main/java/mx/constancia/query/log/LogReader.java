package mx.constancia.query.log;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.store.StoredEvents;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.springframework.stereotype.Component;

/** Reads the log by position. */
@Component
public final class LogReader {

    /** Positions in a page as readers take it: the entry bundles of the ledger. */
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
        List<Long> positions = LongStream.rangeClosed(first, Math.min(last, (first / PAGE + 1) * PAGE - 1)).boxed().toList();
        Map<String, Document> entries = entries(positions);
        return StoredEvents.events(store, positions.stream().map(each -> LogEntries.event(entries, each)).takeWhile(Objects::nonNull).toList());
    }

    /**
     * Some events, in the order in which they are asked for.
     *
     * @return fewer where an event is not there, which is so only while the views are built anew
     */
    public List<StoredEvent> at(List<Long> positions) {
        Map<String, Document> entries = entries(positions);
        return StoredEvents.events(store, positions.stream().map(each -> LogEntries.event(entries, each)).filter(Objects::nonNull).toList());
    }

    private Map<String, Document> entries(List<Long> positions) {
        return store.find(View.LOG, positions.stream().map(LogEntries::id).toList());
    }
}
