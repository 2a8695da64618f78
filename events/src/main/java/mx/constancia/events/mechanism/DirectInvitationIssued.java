package mx.constancia.events.mechanism;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;
import mx.constancia.events.Restricted;

/**
 * A person was invited directly to a civil seat (invitación directa; G-19).
 *
 * @param invitationId id within the mechanism, such as {@code I-1}
 * @param seatId the seat
 * @param sector civil sector, a code of G-17
 * @param sectorDescription description when the sector is OTHER
 * @param seatRole role of the seat
 * @param personRef reference of the person in the vault
 * @param justification why the mechanism requires a direct invitation
 * @param assessment career, experience and others
 */
@EventType("mechanism.direct-invitation-issued.v1")
public record DirectInvitationIssued(
        String invitationId,
        String seatId,
        String sector,
        @Nullable String sectorDescription,
        String seatRole,
        @Restricted String personRef,
        @Restricted @Nullable String justification,
        @Restricted @Nullable InvitationAssessment assessment) implements MechanismEvent {
}
