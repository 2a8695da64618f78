package mx.constancia.mechanism.call;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.events.mechanism.CallAmended;
import mx.constancia.events.mechanism.CallContent;
import mx.constancia.history.MechanismState;
import mx.constancia.history.PublicCall;

/**
 * Amends or extends a public call (modificación o ampliación de la convocatoria; G-18).
 *
 * @param callId   the call
 * @param closesOn new last day for applications; absent when it stays
 * @param content  new contents; those left out stay
 * @param reason   why
 */
@CommandSpec(article = "G-18", issuedBy = Role.RESPONSIBLE_UNIT, es = "Modificar o ampliar convocatoria")
public record AmendCall(
        String callId,
        @Nullable LocalDate closesOn,
        @Nullable CallContent content,
        String reason) implements Command.Changing<MechanismState> {

    static final Rule AMENDMENT_EMPTY = Rule.integrity("AMENDMENT-EMPTY", "H1", "An amendment changes the last day or a content.");
    static final Rule CALL_SHORTENED = Rule.precondition("G18-CALL-SHORTENED", "G-18",
            "An amendment leaves at least as much time for applications as before.");

    @Override
    public Decision decide(MechanismState state, Context context) {
        Judgement judgement = context.judge();
        Optional<PublicCall> open = CallRules.openCall(judgement, state, callId);
        if (open.isEmpty()) {
            return judgement.refuse();
        }
        PublicCall call = open.get();
        CallContent after = CallContents.amended(call.content(), CallContents.orNothing(content));
        boolean newDay = closesOn != null && !closesOn.equals(call.closesOn());
        boolean newContent = !after.equals(call.content());
        CallRules.requireOrder(judgement, call.opensOn(), closesOn);
        return judgement
                .require(AMENDMENT_EMPTY, newDay || newContent, null, "Nothing would change.")
                .require(CALL_SHORTENED, !newDay || call.closesOn() != null && !closesOn.isBefore(call.closesOn()), "closesOn",
                        "It would close on " + closesOn + " instead of " + (call.closesOn() == null ? "never" : call.closesOn()) + ".")
                .record(new CallAmended(callId, newDay ? closesOn : null, newDay ? call.closesOn() : null, newContent ? after : null,
                        reason));
    }
}
