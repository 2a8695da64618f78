package mx.constancia.events.mechanism;

import mx.constancia.events.EventType;

/**
 * The mechanism ended (conclusión del mecanismo). Each active member is separated in the same decision (G-21 I).
 *
 * @param reason why it ended
 */
@EventType("mechanism.mechanism-concluded.v1")
public record MechanismConcluded(
        String reason) implements MechanismEvent {
}
