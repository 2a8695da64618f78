package mx.constancia.events.mechanism;

import mx.constancia.events.EventType;

/**
 * The mechanism was declared organized (organización; G-15, G-23 to G-25).
 *
 * @param publicServants active public-servant members at that time
 * @param civilMembers active civil members at that time
 */
@EventType("mechanism.mechanism-organized.v1")
public record MechanismOrganized(
        int publicServants,
        int civilMembers) implements MechanismEvent {
}
