package mx.constancia.mechanism.creation;

import mx.constancia.decision.Context;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;

/** What both ways of beginning a mechanism, and its determination, have in common. */
public final class CreationRules {

    static final Rule AGENCY_NOT_REGISTERED = Rule.conflict("AGENCY-NOT-REGISTERED", "H1",
            "A mechanism begins within a registered agency.");
    static final Rule INCIDENCE_LEVEL_MISSING = Rule.integrity("G11-LEVEL-MISSING", "G-11",
            "A mechanism has at least one level of incidence.");

    private CreationRules() {
    }

    static void requireAgency(Judgement judgement, Context context) {
        judgement.require(AGENCY_NOT_REGISTERED, context.agency().isPresent(), null,
                context.actor().agencyId() == null
                        ? "You act for no agency."
                        : "The agency '" + context.actor().agencyId() + "' is not registered.");
    }
}
