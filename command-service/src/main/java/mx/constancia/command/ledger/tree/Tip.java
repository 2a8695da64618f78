package mx.constancia.command.ledger.tree;

import java.time.Instant;
import java.util.List;

import mx.constancia.events.StoredEvent;

/**
 * The newest event of the tree, on which the next ones must follow. Whoever puts an event between older ones moves this one.
 *
 * @param entry      its entry; none when the tree is empty
 * @param recordedAt when it was recorded
 */
record Tip(Entries entry, Instant recordedAt) {

    static final Tip NONE = new Tip(Entries.none(0), Instant.MIN);

    static Tip of(StoredEvent event) {
        return new Tip(Entries.of(event.position(), List.of(event)), event.recordedAt());
    }

    /**
     * Reads the newest of the first {@code size} events.
     *
     * @throws LedgerAlarm when there is none at its position
     */
    static Tip read(EventSource log, long size) {
        return size == 0 ? NONE : of(log.read(size - 1, 1).stream().filter(event -> event.position() == size - 1).findFirst()
                .orElseThrow(() -> Entries.missing(size - 1)));
    }

    /**
     * Looks at its row again.
     *
     * @throws LedgerAlarm when another event is there now
     */
    void requireUnmoved(EventSource log) {
        if (!read(log, entry.end()).entry.isSameAs(entry)) {
            throw Entries.changed(entry.from());
        }
    }

    /** @throws LedgerAlarm when the time of recording goes back, which no verifier would accept */
    void requireFollowedBy(List<StoredEvent> events) {
        Instant before = recordedAt;
        for (StoredEvent event : events) {
            if (event.recordedAt().isBefore(before)) {
                throw new LedgerAlarm(event.position(), "the event at position " + event.position() + " says that it was recorded earlier than the one before it");
            }
            before = event.recordedAt();
        }
    }
}
