package mx.constancia.mechanism.operation;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.OperationBegan;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.history.Session;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.vocabulary.Modality;

/**
 * Begins the operation of a mechanism (inicio de operación): zero point of the 30 business days of G-39. The text does not say
 * which day that is; here it is the first session, or for a digital mechanism its opening to the public.
 *
 * @param startedOn   first day of operation; when absent, the day of the first session, or else the legal date
 * @param scheduleUrl published schedule of a digital mechanism (G-24 I)
 */
@CommandSpec(article = "G-39", issuedBy = Role.RESPONSIBLE_UNIT, es = "Iniciar operación")
public record BeginOperation(@Nullable LocalDate startedOn, @Nullable String scheduleUrl) implements Command.Changing<MechanismState> {

    static final Rule ALREADY_OPERATING = Rule.conflict("ALREADY-OPERATING", "H1", "A mechanism begins to operate once.");
    static final Rule START_DATE = Rule.integrity("START-DATE", "H1", "Operation does not begin after the day on which that is recorded.");
    static final Rule STATE = Rule.precondition("G39-STATE", "G-39", "A mechanism operates once it is organized.");
    static final Rule FIRST_SESSION_MISSING = Rule.precondition("G23-FIRST-SESSION-MISSING", "G-23",
            "A face-to-face mechanism begins to operate with its first session.");
    static final Rule SCHEDULE_MISSING = Rule.precondition("G24-SCHEDULE-MISSING", "G-24",
            "A digital mechanism begins to operate with a published schedule.");

    @Override
    public Decision decide(MechanismState state, Context context) {
        boolean digital = Modality.DIGITAL.name().equals(state.modality());
        Optional<Session> firstSession = digital ? Optional.empty() : state.firstSessionHeld();
        LocalDate start = startedOn != null ? startedOn : firstSession.map(Session::heldOn).orElse(context.occurredOn());
        return context.judge()
                .require(ALREADY_OPERATING, !LifecycleRules.hasReached(state, Lifecycle.OPERATING), null,
                        "The mechanism is " + state.lifecycle() + ".")
                .require(START_DATE, !start.isAfter(context.today()), "startedOn", "It would begin on " + start + ".")
                .require(STATE, LifecycleRules.hasReached(state, Lifecycle.ORGANIZED), null, "The mechanism is " + state.lifecycle() + ".")
                .require(FIRST_SESSION_MISSING, digital || firstSession.isPresent(), null, "No session was held.")
                .require(SCHEDULE_MISSING, !digital || Values.isGiven(scheduleUrl), "scheduleUrl", "The schedule is missing.")
                .record(new OperationBegan(start, scheduleUrl));
    }
}
