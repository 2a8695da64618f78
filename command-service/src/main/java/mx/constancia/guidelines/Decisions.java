package mx.constancia.guidelines;

import java.time.Period;
import java.util.Optional;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommonRules;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Submission;
import mx.constancia.events.mechanism.MechanismEvent;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.mechanism.lifecycle.StandingRules;

/** The one way from a command to its decision. Pure. */
public final class Decisions {

    private Decisions() {
    }

    /**
     * Decides a command by the rules common to all, its own, and those that stand for a mechanism in operation.
     *
     * @param submission the command with what comes with it
     * @param state      the aggregate's state; empty for a creating command
     * @param context    what surrounds the decision
     * @param lateAfter  how long after the fact a LIVE recording is still timely
     * @throws IllegalArgumentException when a changing command has no state
     */
    public static Decision decide(Submission submission, Optional<?> state, Context context, Period lateAfter) {
        Judgement judgement = context.judge();
        if (!CommonRules.judge(submission, context, lateAfter, judgement)) {
            return judgement.refuse();
        }
        Optional<MechanismState> mechanism = state.filter(MechanismState.class::isInstance).map(MechanismState.class::cast);
        if (mechanism.isPresent() && !LifecycleRules.takes(judgement, mechanism.get(), submission.command())) {
            return judgement.refuse();
        }
        return judgement.with(standing(mechanism, ask(submission.command(), state, context), context));
    }

    private static <S> Decision ask(Command<S> command, Optional<?> state, Context context) {
        return switch (command) {
            case Command.Creating<S> creating -> creating.decide(context);
            case Command.Changing<S> changing -> changing.decide(stateOf(state), context);
        };
    }

    /** The dispatcher loads the state by the command's own aggregate kind. */
    @SuppressWarnings("unchecked")
    private static <S> S stateOf(Optional<?> state) {
        return (S) state.orElseThrow(() -> new IllegalArgumentException("a changing command needs the state that it changes"));
    }

    private static Decision standing(Optional<MechanismState> before, Decision decision, Context context) {
        return decision instanceof Decision.Accepted accepted && accepted.events().getFirst() instanceof MechanismEvent
                ? StandingRules.note(before, accepted, context)
                : decision;
    }
}
