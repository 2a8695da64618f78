package mx.constancia.installation;

import mx.constancia.decision.Context;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;
import mx.constancia.vocabulary.RecordMode;

/** What holds for every order of an operator. */
public final class InstallationRules {

    static final Rule ORDER_NOT_LIVE = Rule.integrity("ORDER-NOT-LIVE", "H1",
            "An order to the installation is recorded on the day on which it is given, never as history.");

    private InstallationRules() {
    }

    /** Starts the judgement of an order. */
    public static Judgement judge(Context context) {
        return context.judge()
                .require(ORDER_NOT_LIVE, context.recordMode() == RecordMode.LIVE, "recordMode", "The order is recorded as history.")
                .require(ORDER_NOT_LIVE, context.occurredOn().equals(context.today()), "occurredOn",
                        "The order is dated " + context.occurredOn() + "; today is " + context.today() + ".");
    }
}
