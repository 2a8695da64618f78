package mx.constancia.events.mechanism;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;
import mx.constancia.events.Restricted;

/**
 * A member left its seat (separación de integrante; G-21).
 *
 * @param appointmentId the appointment that ended
 * @param cause one of the four causes, or one that the organization rules name
 * @param fraction fraction of G-21; absent for a cause of the organization rules
 * @param separatedOn first day without the seat
 * @param decidedBy office that decided, or MEMBER for a resignation
 * @param notifiedOn day on which the person was notified
 * @param reason why, in free text
 * @param evidenceDocs documents
 */
@EventType("mechanism.member-separated.v1")
public record MemberSeparated(
        String appointmentId,
        String cause,
        @Nullable String fraction,
        LocalDate separatedOn,
        String decidedBy,
        @Nullable LocalDate notifiedOn,
        @Restricted @Nullable String reason,
        @Restricted List<String> evidenceDocs) implements MechanismEvent {

    public MemberSeparated {
        evidenceDocs = evidenceDocs == null ? List.of() : List.copyOf(evidenceDocs);
    }
}
