package mx.constancia.events.mechanism;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;
import mx.constancia.events.Restricted;

/**
 * One person took one seat for one period (designación de integrante; G-17, G-22).
 *
 * @param appointmentId id within the mechanism, such as {@code A-1}
 * @param seatId the seat (asiento), which outlives the person
 * @param personRef reference of the person in the vault
 * @param publicName name, public by G-38 VI and G-40
 * @param memberKind PUBLIC_SERVANT or CIVIL_SOCIETY_REPRESENTATIVE
 * @param sector civil sector (G-17); absent for public servants
 * @param sectorDescription description when the sector is OTHER
 * @param representedBody the body that the seat represents
 * @param seatRole role of the seat
 * @param tenure TITULAR or ALTERNATE
 * @param entryRoute how the person came to the seat
 * @param callId the call, for PUBLIC_CALL
 * @param invitationId the invitation, for DIRECT_INVITATION
 * @param from first day in the seat
 * @param plannedTo planned last day
 * @param remuneration NONE when honorary (G-17)
 * @param office the public servant's office
 * @param decisionPowersBasis G-22: basis of the powers to agree and decide
 * @param noLabourRelation G-16: the civil member declared no working relationship with the agency
 * @param accreditationDoc document that accredits the representation
 */
@EventType("mechanism.member-appointed.v1")
public record MemberAppointed(
        String appointmentId,
        String seatId,
        String personRef,
        @Nullable String publicName,
        String memberKind,
        @Nullable String sector,
        @Nullable String sectorDescription,
        @Nullable String representedBody,
        String seatRole,
        String tenure,
        String entryRoute,
        @Nullable String callId,
        @Nullable String invitationId,
        LocalDate from,
        @Nullable LocalDate plannedTo,
        String remuneration,
        @Nullable String office,
        @Nullable String decisionPowersBasis,
        boolean noLabourRelation,
        @Restricted @Nullable String accreditationDoc) implements MechanismEvent {
}
