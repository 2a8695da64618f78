package mx.constancia.events;

/**
 * What the rulebook objects to in a recorded fact without rejecting it (hallazgo; for an OIC, observación).
 *
 * @param code    stable code that starts with the article, such as {@code G15-ONE-SIDED}
 * @param article the article that the finding rests on, such as {@code G-15}
 * @param detail  one English sentence that says what is wrong
 */
public record Finding(String code, String article, String detail) {
}
