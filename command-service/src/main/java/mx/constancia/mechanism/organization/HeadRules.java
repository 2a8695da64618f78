package mx.constancia.mechanism.organization;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;
import mx.constancia.history.Head;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.vocabulary.Modality;

/** A mechanism has a technical secretariat or a coordination, by its modality (secretaría técnica, coordinación; G-23, G-24). */
public final class HeadRules {

    static final Rule HEAD_UNCHANGED = Rule.conflict("HEAD-UNCHANGED", "H1", "A new assignment changes the head.");

    private HeadRules() {
    }

    /** The kind of head that the mechanism's modality asks for; null while the modality is not determined. */
    static @Nullable String kindFor(MechanismState state) {
        if (state.modality() == null) {
            return null;
        }
        return switch (Modality.valueOf(state.modality())) {
            case FACE_TO_FACE -> Head.TECHNICAL_SECRETARIAT;
            case DIGITAL -> Head.COORDINATION;
        };
    }

    static void judge(Judgement judgement, Rule ofModality, Rule ofStage, MechanismState state, Head head) {
        String needed = kindFor(state);
        judgement.require(ofModality, needed == null || needed.equals(head.kind()), null,
                        "The mechanism is " + state.modality() + ".")
                .require(ofStage, LifecycleRules.hasReached(state, Lifecycle.DETERMINED), null,
                        "The mechanism is " + state.lifecycle() + ".")
                .require(HEAD_UNCHANGED, !isTheSame(state.head(), head), "personRef", "The person is the head already.");
    }

    private static boolean isTheSame(@Nullable Head current, Head head) {
        return current != null && current.kind().equals(head.kind()) && current.personRef().equals(head.personRef())
                && current.office().equals(head.office()) && Objects.equals(current.rank(), head.rank());
    }
}
