package mx.constancia.events;

/**
 * The norm that the act rests on (fundamento legal).
 *
 * @param instrument the instrument's name or rulebook id
 * @param article    article and fraction as cited
 */
public record LegalBasis(String instrument, String article) {
}
