package mx.constancia.mechanism.session;

import java.util.Optional;

import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;
import mx.constancia.history.MechanismState;
import mx.constancia.history.Session;
import mx.constancia.vocabulary.SessionKind;

/** What convening and holding a session have in common. */
public final class SessionRules {

    static final Rule FIRST_ALREADY_HELD = Rule.conflict("FIRST-SESSION-HELD", "H1", "A mechanism has one first session.");

    private SessionRules() {
    }

    static void requireOneFirst(Judgement judgement, MechanismState state, SessionKind kind) {
        Optional<Session> first = state.sessions().values().stream()
                .filter(session -> session.wasHeld() && session.kind().equals(SessionKind.FIRST.name())).findFirst();
        judgement.require(FIRST_ALREADY_HELD, kind != SessionKind.FIRST || first.isEmpty(), "kind",
                "The first session was held on " + first.map(Session::heldOn).orElse(null) + ".");
    }

    static String nextId(MechanismState state) {
        return "S-" + (state.sessions().size() + 1);
    }
}
