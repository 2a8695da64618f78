package mx.constancia.mechanism.membership;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Rulebook;
import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.history.Appointment;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.SeparationCause;

/**
 * Separates a member (separación de integrante; G-21).
 *
 * @param appointmentId the appointment that ends
 * @param cause         a cause of G-21, or one that the organization rules in force name
 * @param separatedOn   first day without the seat; the legal date when absent
 * @param decidedBy     office that decided; MEMBER for a resignation
 * @param notifiedOn    day on which the person was notified
 * @param reason        why
 * @param evidenceDocs  documents: the resignation, the item of the programme, the record of the conflict
 */
@CommandSpec(article = "G-21", issuedBy = Role.RESPONSIBLE_UNIT, es = "Separar integrante")
public record SeparateMember(
        String appointmentId,
        SeparationCause cause,
        @Nullable LocalDate separatedOn,
        @Nullable String decidedBy,
        @Nullable LocalDate notifiedOn,
        @Nullable String reason,
        @Nullable List<String> evidenceDocs) implements Command.Changing<MechanismState> {

    static final Rule APPOINTMENT_UNKNOWN = Rule.integrity("APPOINTMENT-UNKNOWN", "H1", "The appointment is one of the mechanism.");
    static final Rule APPOINTMENT_ENDED = Rule.conflict("APPOINTMENT-ENDED", "H1", "A member is separated once.");
    static final Rule DATES = Rule.integrity("SEPARATION-DATES", "H1",
            "A separation is not before the appointment's first day and not later than the day after it is recorded.");
    static final Rule ONLY_BY_CONCLUSION = Rule.integrity("G21-ONLY-BY-CONCLUSION", "G-21",
            "The conclusion of the mechanism separates all its members; it is not a cause for one.");
    static final Rule CAUSE_NOT_NAMED = Rule.integrity("G21-CAUSE-NOT-NAMED", "G-21",
            "A cause that the law does not name counts only when the organization rules in force name it.");
    static final Rule DECIDED_BY = Rule.integrity("G21-DECIDED-BY", "G-21",
            "A resignation is the member's own act; any other separation is decided by an office.");
    static final Rule RESIGNATION_MISSING = Rule.precondition("G21-RESIGNATION-MISSING", "G-21",
            "A resignation is express: there is a document of the person.");
    static final Rule PROGRAMME_ITEM_MISSING = Rule.precondition("G21-PROGRAMME-ITEM-MISSING", "G-21",
            "Non-compliance cites the item of the programme that was not met.");
    static final Rule NOTICE_MISSING = Rule.precondition("G21-NOTICE-MISSING", "G-21",
            "Non-compliance is notified before the separation.");
    static final Rule CONFLICT_RECORD_MISSING = Rule.precondition("G21-CONFLICT-RECORD-MISSING", "G-21",
            "A conflict of interest is on record.");

    private static final String MEMBER = "MEMBER";

    public SeparateMember {
        evidenceDocs = Values.listed(evidenceDocs);
    }

    @Override
    public Decision decide(MechanismState state, Context context) {
        Judgement judgement = context.judge();
        LocalDate on = separatedOn == null ? context.occurredOn() : separatedOn;
        String decider = decidedBy == null && isResignation() ? MEMBER : decidedBy;
        judgeAppointment(judgement, state.appointments().get(appointmentId), on, context.today());
        judgement.require(ONLY_BY_CONCLUSION, cause != SeparationCause.MECHANISM_ACTIVITIES_CONCLUDED, "cause",
                        "Conclude the mechanism instead.")
                .require(CAUSE_NOT_NAMED, isNamed(state, context), "cause",
                        "Neither the law nor the organization rules name the cause " + cause + ".")
                .require(DECIDED_BY, decider != null && MEMBER.equals(decider) == isResignation(), "decidedBy",
                        "The separation was decided by " + decider + ".");
        judgeEvidence(judgement, on);
        return decider == null ? judgement.refuse() : judgement.record(new MemberSeparated(appointmentId, cause.name(),
                cause.isNamedByLaw() ? cause.fraction() : null, on, decider, notifiedOn, reason, evidenceDocs));
    }

    private static void judgeAppointment(Judgement judgement, @Nullable Appointment appointment, LocalDate on, LocalDate today) {
        judgement.require(APPOINTMENT_UNKNOWN, appointment != null, "appointmentId", "There is no such appointment.");
        if (appointment != null) {
            judgement.require(APPOINTMENT_ENDED, appointment.isActive(), "appointmentId",
                            "The appointment ended on " + appointment.separatedOn() + ".")
                    .require(DATES, !on.isBefore(appointment.from()) && !on.isAfter(today.plusDays(1)), "separatedOn",
                            "The appointment began on " + appointment.from() + "; it would end on " + on + ".");
        }
    }

    private void judgeEvidence(Judgement judgement, LocalDate on) {
        boolean documented = !evidenceDocs.isEmpty();
        switch (cause) {
            case EXPRESS_RESIGNATION -> judgement.require(RESIGNATION_MISSING, documented, "evidenceDocs",
                    "The resignation is missing.");
            case PROGRAM_NON_COMPLIANCE -> judgement
                    .require(PROGRAMME_ITEM_MISSING, documented, "evidenceDocs", "The item of the programme is missing.")
                    .require(NOTICE_MISSING, notifiedOn != null && notifiedOn.isBefore(on), "notifiedOn",
                            "The separation is of " + on + " and the notice of " + notifiedOn + ".");
            case CONFLICT_OF_INTEREST -> judgement.require(CONFLICT_RECORD_MISSING, documented, "evidenceDocs",
                    "The record of the conflict is missing.");
            case MECHANISM_ACTIVITIES_CONCLUDED, TERM_EXPIRED, REMOVED_BY_REPRESENTED_BODY, REPEATED_ABSENCE, RULES_VIOLATION,
                    DEATH_OR_INCAPACITY, LOST_QUALIFYING_STATUS -> { }
        }
    }

    /** Where no guideline binds, the mechanism's own rules decide, and they are not known here. */
    private boolean isNamed(MechanismState state, Context context) {
        return cause.isNamedByLaw() || context.rulebook() == Rulebook.LOCAL_GENERIC
                || state.extraSeparationCauses().contains(cause.name());
    }

    private boolean isResignation() {
        return cause == SeparationCause.EXPRESS_RESIGNATION;
    }
}
