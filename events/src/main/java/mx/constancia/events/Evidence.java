package mx.constancia.events;

/**
 * A document that supports the fact; its content stays outside the log.
 *
 * @param docId      the document's id in the agency's archive
 * @param sha256     SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param visibility PUBLIC, RESTRICTED, CONFIDENTIAL, SENSITIVE or RESERVED
 */
public record Evidence(String docId, String sha256, String visibility) {
}
