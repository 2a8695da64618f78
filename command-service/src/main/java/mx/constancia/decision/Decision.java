package mx.constancia.decision;

import java.util.List;

import mx.constancia.events.DomainEvent;
import mx.constancia.events.Finding;

/** What a command comes to. */
public sealed interface Decision {

    /**
     * The facts to record.
     *
     * @param events   one or more events, in order
     * @param findings what the rulebook objects to; carried by the first event
     */
    record Accepted(List<DomainEvent> events, List<Finding> findings) implements Decision {

        public Accepted {
            events = List.copyOf(events);
            findings = List.copyOf(findings);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted command records at least one event");
            }
        }
    }

    /**
     * Nothing is recorded.
     *
     * @param violations every rule that rejects the command, at least one
     */
    record Refused(List<Violation> violations) implements Decision {

        public Refused {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a refusal names at least one rule");
            }
        }
    }
}
