package mx.constancia.events.mechanism;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * The mechanism began to operate (inicio de operación): zero point of the 30 business days of G-39.
 *
 * @param startedOn first day of operation: the first session, or the publication of the schedule of a digital mechanism
 * @param scheduleUrl published schedule of a digital mechanism (G-24 I)
 */
@EventType("mechanism.operation-began.v1")
public record OperationBegan(
        LocalDate startedOn,
        @Nullable String scheduleUrl) implements MechanismEvent {
}
