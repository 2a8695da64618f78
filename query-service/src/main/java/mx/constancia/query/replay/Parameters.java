package mx.constancia.query.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

import org.jspecify.annotations.Nullable;

/** The parameters of a request, none of which is ignored: a filter that is misspelt would answer another question. */
public final class Parameters {

    private final Map<String, String[]> values;

    private Parameters(Map<String, String[]> values) {
        this.values = values;
    }

    /**
     * Parameters of which each is known and given once.
     *
     * @throws Problem when one is not
     */
    public static Parameters of(Map<String, String[]> values, List<String> known) {
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw new Problem(ProblemType.INVALID_PARAMETER,
                        "The parameter " + name + " is not known here. Known are " + String.join(", ", known) + ".")
                        .with("parameter", name).with("known", known);
            }
            if (given.length != 1) {
                throw invalid(name, "one value");
            }
        });
        return new Parameters(values);
    }

    /** A text; absent when it is not given. */
    @Nullable String text(String name) {
        return parsed(name, "a text", text -> {
            if (text.isBlank()) {
                throw new DateTimeException("blank");
            }
            return text;
        });
    }

    /** A position of the log. */
    public OptionalLong position(String name) {
        return position(name, values.containsKey(name) ? values.get(name)[0] : null);
    }

    /** A position of the log that came in another way, by the name of that way. */
    public static OptionalLong position(String name, @Nullable String text) {
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            long position = Long.parseLong(text);
            if (position >= 0) {
                return OptionalLong.of(position);
            }
        } catch (NumberFormatException e) {
            // Answered below: it is not a number.
        }
        throw invalid(name, "a position: 0, 1, 2 and so on");
    }

    /** A number of lines; {@code otherwise} when it is not given. */
    int limit(int otherwise) {
        Integer limit = parsed("limit", "a number", Integer::valueOf);
        return limit == null ? otherwise : limit;
    }

    /** A legal date. */
    @Nullable LocalDate date(String name) {
        return parsed(name, "a date such as 2026-03-01", LocalDate::parse);
    }

    /** An instant. */
    @Nullable Instant instant(String name) {
        return parsed(name, "an RFC 3339 instant such as 2026-03-01T18:00:00Z", Instant::parse);
    }

    private <T> @Nullable T parsed(String name, String accepted, Function<String, T> parser) {
        if (!values.containsKey(name)) {
            return null;
        }
        try {
            return parser.apply(values.get(name)[0]);
        } catch (DateTimeException | NumberFormatException e) {
            throw invalid(name, accepted);
        }
    }

    private static Problem invalid(String name, String accepted) {
        return new Problem(ProblemType.INVALID_PARAMETER, "The parameter " + name + " takes " + accepted + ".").with("parameter", name);
    }
}
