package mx.constancia.mechanism.call;

import java.time.LocalDate;
import java.util.Optional;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.events.mechanism.CallClosed;
import mx.constancia.history.MechanismState;
import mx.constancia.history.PublicCall;

/**
 * Closes a public call (cierre de la convocatoria; G-18).
 *
 * @param callId       the call
 * @param applications number of applications received
 */
@CommandSpec(article = "G-18", issuedBy = Role.RESPONSIBLE_UNIT, es = "Cerrar convocatoria")
public record CloseCall(String callId, Integer applications) implements Command.Changing<MechanismState> {

    static final Rule CLOSED_BEFORE_OPENING = Rule.integrity("G18-CLOSED-BEFORE-OPENING", "G-18",
            "A call is not closed before the day on which it opens.");
    static final Rule CLOSED_EARLY = Rule.precondition("G18-CLOSED-EARLY", "G-18",
            "A call is not closed before the last day for applications.");

    @Override
    public Decision decide(MechanismState state, Context context) {
        Judgement judgement = context.judge();
        Optional<PublicCall> open = CallRules.openCall(judgement, state, callId);
        if (open.isEmpty()) {
            return judgement.refuse();
        }
        LocalDate on = context.occurredOn();
        LocalDate opensOn = open.get().opensOn();
        LocalDate closesOn = open.get().closesOn();
        return judgement
                .require(CLOSED_BEFORE_OPENING, !on.isBefore(opensOn), "occurredOn", "The call opens on " + opensOn + ".")
                .require(CLOSED_EARLY, closesOn == null || !on.isBefore(closesOn), "occurredOn",
                        "The last day for applications is " + closesOn + ".")
                .record(new CallClosed(callId, applications));
    }
}
