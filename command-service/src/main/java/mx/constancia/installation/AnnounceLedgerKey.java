package mx.constancia.installation;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.events.installation.LedgerKeyAnnounced;
import mx.constancia.history.InstallationState;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.note.VerifierKey;

/**
 * Announces the key that signs the ledger from now on (cambio de la llave del registro), while the key before still signs beside it.
 *
 * @param verifierKey the new key, as the service that uses it publishes it
 * @param reason      why
 */
@CommandSpec(article = "H1", issuedBy = Role.OPERATOR, es = "Anunciar la llave del registro")
public record AnnounceLedgerKey(String verifierKey, String reason) implements Command.Changing<InstallationState> {

    static final Rule VERIFIER_KEY_MALFORMED = Rule.integrity("VERIFIER-KEY-MALFORMED", "H1",
            "A verifier key has a name, the id that belongs to it, and an Ed25519 key.");

    @Override
    public Decision decide(InstallationState state, Context context) {
        return InstallationRules.judge(context)
                .require(VERIFIER_KEY_MALFORMED, isWellFormed(), "verifierKey", "The key is not written as name+id+key, or its id is another's.")
                .record(new LedgerKeyAnnounced(verifierKey, reason));
    }

    private boolean isWellFormed() {
        try {
            return VerifierKey.parse(verifierKey).format().equals(verifierKey);
        } catch (MalformedException e) {
            return false;
        }
    }
}
