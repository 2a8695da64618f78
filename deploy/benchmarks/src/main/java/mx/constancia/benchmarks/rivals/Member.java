package mx.constancia.benchmarks.rivals;

import java.time.LocalDate;

/**
 * A member of a mechanism: what Constancia records of an appointment.
 *
 * @param from      first day
 * @param plannedTo planned last day
 */
public record Member(String seatId, String personRef, String publicName, String memberKind, String sector, String representedBody,
        String seatRole, String tenure, String entryRoute, String from, String plannedTo, String remuneration, boolean noLabourRelation,
        String accreditationDoc) {

    private static final LocalDate DAY = LocalDate.of(2019, 3, 4);

    /** The member who takes a seat in these measurements. */
    static Member of(String seatId) {
        return new Member(seatId, "person:" + seatId, "Persona integrante " + seatId, "CIVIL_SOCIETY_REPRESENTATIVE", "ACADEMIC",
                "Universidad de muestra", "MEMBER", "TITULAR", "ELECTED_BY_CONSTITUENCY", DAY.toString(), DAY.plusYears(3).toString(), "NONE",
                true, "doc-acreditacion");
    }

    /** The rules that need no history. */
    void check() {
        if (!noLabourRelation || LocalDate.parse(plannedTo).isBefore(LocalDate.parse(from))) {
            throw new IllegalArgumentException("the appointment to " + seatId + " is not in order");
        }
    }
}
