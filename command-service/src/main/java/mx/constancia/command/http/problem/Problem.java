package mx.constancia.command.http.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer that says what went wrong (RFC 9457).
 *
 * @param type    its kind
 * @param detail  one or two English sentences about this occurrence
 * @param members extension members, in order
 * @param headers response headers
 */
public record Problem(ProblemType type, String detail, Map<String, Object> members, Map<String, String> headers) {

    /** A problem without extension members. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, Map.of(), Map.of());
    }

    /** The same problem with one more extension member. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, more, headers);
    }

    /** The same problem with the list of what is wrong. */
    public Problem withErrors(List<FieldError> errors) {
        return with("errors", errors);
    }

    /** The same problem with one more response header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, members, more);
    }

    /** To be thrown where the answer cannot be returned. */
    public ProblemException toException() {
        return new ProblemException(this);
    }
}
