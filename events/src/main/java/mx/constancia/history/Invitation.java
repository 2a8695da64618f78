package mx.constancia.history;

import java.time.LocalDate;

/**
 * A direct invitation (invitación directa; G-19). Who was invited is restricted until that person is a member.
 *
 * @param invitationId id within the mechanism
 * @param seatId       the seat
 * @param sector       civil sector, a code of G-17
 * @param seatRole     role of the seat
 * @param issuedOn     day of issue
 */
public record Invitation(String invitationId, String seatId, String sector, String seatRole, LocalDate issuedOn) {
}
