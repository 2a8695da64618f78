package mx.constancia.mechanism.membership;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;
import mx.constancia.history.Appointment;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.vocabulary.Tenure;

/** Who may take a seat: one titular and one alternate at a time, one person once (asientos y designaciones; G-17, G-22). */
public final class SeatRules {

    static final Rule SEAT_TAKEN = Rule.conflict("SEAT-TAKEN", "H1", "A seat has one titular and one alternate at a time.");
    static final Rule PERSON_IS_MEMBER = Rule.conflict("PERSON-IS-MEMBER", "H1", "A person holds one place in a mechanism at a time.");
    static final Rule APPOINTMENT_DATES = Rule.integrity("APPOINTMENT-DATES", "H1", "An appointment ends on or after its first day.");

    private SeatRules() {
    }

    static void judge(
            Judgement judgement, MechanismState state, String seatId, Tenure tenure, String personRef, LocalDate from,
            @Nullable LocalDate plannedTo) {
        Optional<Appointment> holder = holder(state, seatId, tenure, from);
        judgement.require(SEAT_TAKEN, holder.isEmpty(), "seatId",
                        () -> "The seat '" + seatId + "' is held by the appointment " + holder.map(Appointment::appointmentId).orElse("") + ".")
                .require(PERSON_IS_MEMBER, !state.isSeated(personRef), "personRef", "The person holds another place in the mechanism.")
                .require(APPOINTMENT_DATES, plannedTo == null || !plannedTo.isBefore(from), "plannedTo",
                        () -> "It would begin on " + from + " and end on " + plannedTo + ".");
    }

    /** Who holds the seat now, or held it on the first day of the new appointment. */
    private static Optional<Appointment> holder(MechanismState state, String seatId, Tenure tenure, LocalDate from) {
        return state.appointmentsTo(seatId)
                .filter(appointment -> appointment.tenure().equals(tenure.name()))
                .filter(appointment -> appointment.separatedOn() == null
                        || !from.isBefore(appointment.from()) && from.isBefore(appointment.separatedOn()))
                .findFirst();
    }

    static void requireStage(Judgement judgement, Rule rule, MechanismState state) {
        judgement.require(rule, LifecycleRules.hasReached(state, Lifecycle.DETERMINED), null,
                "The mechanism is " + state.lifecycle() + ".");
    }

    static String nextId(MechanismState state) {
        return "A-" + (state.appointments().size() + 1);
    }
}
