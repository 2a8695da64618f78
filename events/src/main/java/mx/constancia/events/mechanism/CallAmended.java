package mx.constancia.events.mechanism;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * A public call was amended or extended (modificación o ampliación de la convocatoria; G-18).
 *
 * @param callId the call
 * @param closesOn new last day for applications, when it changed
 * @param previousClosesOn last day before the amendment
 * @param content new contents, when they changed
 * @param reason why
 */
@EventType("mechanism.call-amended.v1")
public record CallAmended(
        String callId,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate previousClosesOn,
        @Nullable CallContent content,
        String reason) implements MechanismEvent {
}
