package mx.constancia.events;

/**
 * Where the knowledge of a fact comes from, for facts that were not recorded as they happened.
 *
 * @param reference    the document or publication that tells the fact
 * @param illustrative whether the fact is a fill-in for demonstration and not a documented one
 */
public record Source(String reference, boolean illustrative) {
}
