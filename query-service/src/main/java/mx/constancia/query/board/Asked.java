package mx.constancia.query.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

/**
 * What a request asks of a board. Every value that cannot be read ends the request with a {@link Problem} that names the
 * parameter and what it takes.
 *
 * @param values each parameter's one value
 * @param reader who asks
 * @param today  the legal date of today, for questions about a date that name none
 */
public record Asked(Map<String, String> values, Reader reader, LocalDate today) {

    private static final int LONGEST = 200;

    /** A text. */
    public Optional<String> text(String name) {
        return parsed(name, "a text of at most " + LONGEST + " characters", text -> {
            if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    /** A legal date. */
    public Optional<LocalDate> date(String name) {
        return parsed(name, "a date such as 2026-03-01", LocalDate::parse);
    }

    /** An instant. */
    public Optional<Instant> instant(String name) {
        return parsed(name, "an RFC 3339 instant such as 2026-03-01T18:00:00Z", Instant::parse);
    }

    /** True or false. */
    public Optional<Boolean> flag(String name) {
        return code(name, List.of("true", "false")).map(Boolean::valueOf);
    }

    /** A code of a closed list. */
    public Optional<String> code(String name, List<String> codes) {
        String given = values.get(name);
        if (given != null && !codes.contains(given)) {
            throw refused(name, "one of " + String.join(", ", codes)).with("accepted", codes);
        }
        return Optional.ofNullable(given);
    }

    /** A constant of an enumeration. */
    public <E extends Enum<E>> Optional<E> code(String name, Class<E> type) {
        return code(name, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()).map(code -> Enum.valueOf(type, code));
    }

    /** A whole number within limits. */
    public Optional<Integer> number(String name, int lowest, int highest) {
        return parsed(name, "a whole number from " + lowest + " to " + highest, text -> {
            int number = Integer.parseInt(text);
            if (number < lowest || number > highest) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    /** Why a parameter's value is refused. */
    public static Problem refused(String name, String accepted) {
        return new Problem(ProblemType.INVALID_PARAMETER, "The parameter " + name + " takes " + accepted + ".").with("parameter", name);
    }

    private <T> Optional<T> parsed(String name, String accepted, Function<String, T> parser) {
        try {
            return Optional.ofNullable(values.get(name)).map(parser);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw refused(name, accepted);
        }
    }
}
