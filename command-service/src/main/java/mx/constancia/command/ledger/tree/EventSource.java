package mx.constancia.command.ledger.tree;

import java.util.List;

import mx.constancia.events.StoredEvent;

/** The log as the ledger reads it. */
@FunctionalInterface
public interface EventSource {

    /** Events from a position on, in order: at most so many, at least one where there is one. */
    List<StoredEvent> read(long position, int limit);
}
