package mx.constancia.events.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way to write a JSON value (RFC 8785, JCS): whoever has parsed and written a text anew still comes to the same bytes,
 * and to the same digest.
 */
public final class CanonicalJson {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final StringBuilder out;

    private CanonicalJson(int expectedLength) {
        this.out = new StringBuilder(expectedLength);
    }

    /**
     * The canonical form of a JSON text, in UTF-8.
     *
     * @throws IllegalArgumentException when the text is not I-JSON (RFC 7493): not JSON, a name twice in an object, a number
     *                                  beyond a double, half of a surrogate pair
     */
    public static byte[] of(String json) {
        return bytes(read(json), json.length());
    }

    /** The canonical form of a value, in UTF-8; refuses what {@link #of(String)} refuses. */
    public static byte[] of(JsonNode value) {
        return bytes(value, 512);
    }

    static JsonNode read(String json) {
        try {
            return STRICT.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON, or a name occurs twice: " + e.getOriginalMessage(), e);
        }
    }

    static byte[] bytes(JsonNode value, int expectedLength) {
        var canonical = new CanonicalJson(expectedLength);
        canonical.write(value);
        return canonical.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value);
            case ARRAY -> writeArray(value);
            case STRING -> writeString(value.stringValue());
            case NUMBER -> out.append(CanonicalNumber.format(value.doubleValue()));
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + value.getNodeType());
        }
    }

    /** RFC 8785 section 3.2.3: names in the order of their UTF-16 code units, which is the order of strings in Java. */
    private void writeObject(JsonNode object) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        members.sort(Map.Entry.comparingByKey());
        char separator = '{';
        for (Map.Entry<String, JsonNode> member : members) {
            out.append(separator);
            writeString(member.getKey());
            out.append(':');
            write(member.getValue());
            separator = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void writeArray(JsonNode array) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(array.get(i));
        }
        out.append(']');
    }

    /** RFC 8785 section 3.2.2.2. */
    private void writeString(String text) {
        out.append('"');
        int clean = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, clean, i);
                escape(c);
                clean = i + 1;
            } else if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    throw new IllegalArgumentException("half of a surrogate pair has no form in UTF-8");
                }
                i++;
            }
        }
        out.append(text, clean, text.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
    }
}
