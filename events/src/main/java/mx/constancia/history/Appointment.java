package mx.constancia.history;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One person in one seat for one period (designación). Components as in
 * {@link mx.constancia.events.mechanism.MemberAppointed}; the last three tell its end.
 *
 * @param separatedOn first day without the seat; absent while active
 * @param cause       cause of separation
 * @param fraction    fraction of G-21; absent for a cause of the organization rules
 */
public record Appointment(
        String appointmentId,
        String seatId,
        String personRef,
        @Nullable String publicName,
        String memberKind,
        @Nullable String sector,
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
        @Nullable LocalDate separatedOn,
        @Nullable String cause,
        @Nullable String fraction) {

    /** Whether the person still holds the seat. */
    public boolean isActive() {
        return separatedOn == null;
    }

    /** The same appointment, ended. */
    Appointment separated(LocalDate on, String why, @Nullable String fractionOfLaw) {
        return new Appointment(appointmentId, seatId, personRef, publicName, memberKind, sector, representedBody, seatRole, tenure,
                entryRoute, callId, invitationId, from, plannedTo, remuneration, office, on, why, fractionOfLaw);
    }
}
