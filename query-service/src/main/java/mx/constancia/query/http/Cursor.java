package mx.constancia.query.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The place after which the next page of a list begins, opaque to clients: the sort's name and the last line's keys. */
public final class Cursor {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
    };
    private static final int MAX_LENGTH = 2_000;

    private Cursor() {
    }

    /** Encodes a place. */
    public static String encode(List<String> keys) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(keys));
    }

    /**
     * Decodes a place.
     *
     * @param sort  the sort that it must belong to
     * @param parts number of texts in it
     * @throws Problem when it is not such a place
     */
    public static List<String> decode(String cursor, String sort, int parts) {
        try {
            if (cursor.length() <= MAX_LENGTH) {
                List<String> keys = JSON.readValue(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8), TEXTS);
                if (keys != null && keys.size() == parts && keys.stream().allMatch(Objects::nonNull) && keys.getFirst().equals(sort)) {
                    return keys;
                }
            }
        } catch (IllegalArgumentException | JacksonException e) {
            // Answered below: it is not a cursor.
        }
        throw new Problem(ProblemType.INVALID_CURSOR, "The cursor is not one that this list gave out.");
    }
}
