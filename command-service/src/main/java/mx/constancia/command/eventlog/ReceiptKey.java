package mx.constancia.command.eventlog;

/**
 * What makes a request recognizable when it is sent again.
 *
 * @param actorId        the account that sent it
 * @param idempotencyKey the account's own key
 * @param fingerprint    SHA-256 of the request, hexadecimal
 */
public record ReceiptKey(String actorId, String idempotencyKey, String fingerprint) {
}
