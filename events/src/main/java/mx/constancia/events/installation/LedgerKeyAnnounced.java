package mx.constancia.events.installation;

import mx.constancia.events.EventType;

/**
 * The log signs with another key from now on (cambio de la llave del registro). The old key signs this event's checkpoint too, so that
 * whoever trusts the old key learns the new one from the log itself.
 *
 * @param verifierKey the new key (signed-note, "Verifier keys")
 * @param reason      why, in the operator's words
 */
@EventType("installation.ledger-key-announced.v1")
public record LedgerKeyAnnounced(String verifierKey, String reason) implements InstallationEvent {
}
