package mx.constancia.mechanism.call;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;
import mx.constancia.history.MechanismState;
import mx.constancia.history.PublicCall;

/** What the commands of a public call have in common. */
public final class CallRules {

    static final Rule CALL_UNKNOWN = Rule.integrity("CALL-UNKNOWN", "H1", "The call is one of the mechanism.");
    static final Rule CALL_NOT_OPEN = Rule.conflict("CALL-NOT-OPEN", "H1", "Only an open call is amended or closed.");
    static final Rule CALL_DATES = Rule.integrity("G18-CALL-DATES", "G-18", "A call closes on or after the day on which it opens.");

    private CallRules() {
    }

    /** The open call with this id; empty when a rule has rejected. */
    static Optional<PublicCall> openCall(Judgement judgement, MechanismState state, String callId) {
        PublicCall call = state.calls().get(callId);
        judgement.require(CALL_UNKNOWN, call != null, "callId", "There is no call '" + callId + "'.")
                .require(CALL_NOT_OPEN, call == null || call.isOpen(), "callId",
                        "The call '" + callId + "' was closed on " + (call == null ? null : call.closedOn()) + ".");
        return Optional.ofNullable(call).filter(PublicCall::isOpen);
    }

    static void requireOrder(Judgement judgement, LocalDate opensOn, @Nullable LocalDate closesOn) {
        judgement.require(CALL_DATES, closesOn == null || !closesOn.isBefore(opensOn), "closesOn",
                "It would open on " + opensOn + " and close on " + closesOn + ".");
    }
}
