package mx.constancia.ledger.policy;

import mx.constancia.ledger.note.VerifierKey;

/**
 * A log or a witness that a policy knows.
 *
 * @param name of a witness in the policy; of a log, its origin
 * @param key  that it signs with
 * @param url  where to reach it; empty if the policy does not say
 */
public record Party(String name, VerifierKey key, String url) {

    public Party {
        Quorum.requireName("name", name);
        if (!url.isEmpty()) {
            Quorum.requireName("url", url);
        }
    }

    /** A party named as its key, without address. */
    public static Party of(VerifierKey key) {
        return new Party(key.id().name(), key, "");
    }
}
