package mx.constancia.mechanism.lifecycle;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;

/** The order of a mechanism's life (ciclo de vida del mecanismo). */
public final class LifecycleRules {

    static final Rule MECHANISM_CONCLUDED = Rule.conflict("MECHANISM-CONCLUDED", "H1",
            "After its conclusion a mechanism takes only reports and corrections.");

    private LifecycleRules() {
    }

    /** Judges, and tells, whether a mechanism still takes this command. */
    public static boolean takes(Judgement judgement, MechanismState state, Command<?> command) {
        boolean takes = state.lifecycle() != Lifecycle.CONCLUDED
                || command.getClass().getAnnotation(CommandSpec.class).afterEnd();
        judgement.require(MECHANISM_CONCLUDED, takes, null, "The mechanism was concluded on " + state.concludedOn() + ".");
        return takes;
    }

    /** Whether a mechanism has come at least this far. */
    public static boolean hasReached(MechanismState state, Lifecycle stage) {
        return state.lifecycle().compareTo(stage) >= 0;
    }
}
