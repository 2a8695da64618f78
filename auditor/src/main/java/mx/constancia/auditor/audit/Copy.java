package mx.constancia.auditor.audit;

import java.util.List;

import mx.constancia.auditor.source.EventSource;
import mx.constancia.auditor.source.LedgerReader;

/**
 * One copy of a log's files, and the events that must agree with it.
 *
 * @param ledger   its files
 * @param events   where events are shown
 * @param snapshot whether it is a copy of some day, such as an exported folder, and may be older than what is remembered
 */
public record Copy(LedgerReader ledger, List<EventSource> events, boolean snapshot) {

    public Copy {
        events = List.copyOf(events);
    }
}
