package mx.constancia.command.http;

import java.util.List;
import java.util.regex.Pattern;

import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemType;

/**
 * Reads the header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07): a string of structured fields
 * (RFC 8941, section 3.3.3), or the bare token that most clients send.
 */
public final class IdempotencyKey {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!-~&&[^\",;\\\\]]+");
    private static final int LONGEST = 128;

    private IdempotencyKey() {
    }

    /**
     * The key, without quotes.
     *
     * @param values the header's values
     */
    public static String read(List<String> values) {
        if (values.isEmpty()) {
            throw Problem.of(ProblemType.IDEMPOTENCY_KEY_MISSING, "Every command carries the header " + HEADER + ".").toException();
        }
        String value = values.getFirst().strip();
        String key = unquoted(value);
        if (values.size() > 1 || key.isBlank() || key.length() > LONGEST) {
            throw Problem.of(ProblemType.IDEMPOTENCY_KEY_INVALID, ProblemType.IDEMPOTENCY_KEY_INVALID.explanation()).toException();
        }
        return key;
    }

    private static String unquoted(String value) {
        var quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        return BARE.matcher(value).matches() ? value : "";
    }
}
