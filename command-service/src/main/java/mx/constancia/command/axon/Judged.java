package mx.constancia.command.axon;

import java.util.List;
import java.util.Map;

import mx.constancia.decision.Outcome;
import mx.constancia.events.RecordedEvent;

/** What a command comes to on the aggregate as it stands. */
sealed interface Judged {

    /** @param events what to record */
    record Accepted(List<RecordedEvent> events) implements Judged {
    }

    /**
     * Nothing is recorded.
     *
     * @param outcome the answer, if what it rests on is current
     * @param basis   the version of each stream that was read; 0 for one that does not exist
     */
    record Refused(Outcome outcome, Map<String, Long> basis) implements Judged {
    }
}
