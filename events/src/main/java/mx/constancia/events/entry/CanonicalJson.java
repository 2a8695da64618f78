package mx.constancia.events.entry;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import mx.constancia.events.EventJson;

/**
 * The one way to write a JSON value (RFC 8785, JCS): whoever has parsed and written a text anew still comes to the same bytes,
 * and to the same digest.
 */
public final class CanonicalJson {

    private CanonicalJson() {
    }

    /**
     * The canonical form of a JSON text, in UTF-8.
     *
     * @throws IllegalArgumentException when the text is not I-JSON (RFC 7493): not JSON, a name twice in an object, a number
     *                                  beyond a double, half of a surrogate pair
     */
    public static byte[] of(String json) {
        var canonical = new CanonicalWriter(json.length());
        try (JsonParser parser = EventJson.MAPPER.createParser(json)) {
            parser.nextToken();
            canonical.value(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("not JSON: something follows it");
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        return canonical.bytes();
    }
}
