package mx.constancia.command.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.CommandType;

/** Reads the header {@code If-Match} (RFC 9110, section 13.1.1): one strong entity tag that is a version, or an asterisk. */
final class IfMatch {

    static final String HEADER = "If-Match";

    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private IfMatch() {
    }

    /**
     * The version that the caller has seen; null for any. A creating command needs none: there is nothing to have seen, so a
     * version that it names fails at once, and the asterisk means what it means elsewhere.
     *
     * @param values the header's values
     */
    static @Nullable Long read(CommandType type, List<String> values) {
        if (values.isEmpty()) {
            if (type.creating()) {
                return null;
            }
            throw Problem.of(ProblemType.IF_MATCH_MISSING, ProblemType.IF_MATCH_MISSING.explanation()).toException();
        }
        Long version = parse(values);
        if (version != null && type.creating()) {
            throw Problem.of(ProblemType.STALE_VERSION, "The command begins something new, of which there is no version " + version + ".")
                    .toException();
        }
        return version;
    }

    private static @Nullable Long parse(List<String> values) {
        String value = values.getFirst().strip();
        Matcher version = VERSION.matcher(value);
        if (values.size() == 1 && version.matches()) {
            return Long.valueOf(version.group(1));
        }
        if (values.size() == 1 && "*".equals(value)) {
            return null;
        }
        throw Problem.of(ProblemType.IF_MATCH_INVALID, ProblemType.IF_MATCH_INVALID.explanation()).toException();
    }

    /** The entity tag of a version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }
}
