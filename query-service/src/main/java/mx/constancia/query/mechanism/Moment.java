package mx.constancia.query.mechanism;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.stream.Stream;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

import org.jspecify.annotations.Nullable;

/** The moment at which a state is asked for. */
sealed interface Moment {

    /** The newest state. */
    record Now() implements Moment {
    }

    /** What was known at an instant: the events recorded until then. */
    record AsOf(Instant instant) implements Moment {
    }

    /** After the event at a position of the log, or the last one before it. */
    record AtPosition(long position) implements Moment {
    }

    /** After a number of events. */
    record AtVersion(long version) implements Moment {
    }

    /**
     * The moment that a request names.
     *
     * @throws Problem when it names several, or none that makes sense
     */
    static Moment of(@Nullable String asOf, @Nullable String atPosition, @Nullable String atVersion) {
        if (Stream.of(asOf, atPosition, atVersion).filter(Objects::nonNull).count() > 1) {
            throw new Problem(ProblemType.AMBIGUOUS_MOMENT, ProblemType.AMBIGUOUS_MOMENT.explanation());
        }
        if (asOf != null) {
            return new AsOf(instant(asOf));
        }
        if (atPosition != null) {
            return new AtPosition(number("atPosition", atPosition, 0));
        }
        return atVersion == null ? new Now() : new AtVersion(number("atVersion", atVersion, 1));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter asOf takes an RFC 3339 instant such as 2026-03-01T18:00:00Z.")
                    .with("parameter", "asOf");
        }
    }

    private static long number(String parameter, String text, long lowest) {
        try {
            long number = Long.parseLong(text);
            if (number >= lowest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below: it is not a number.
        }
        throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter " + parameter + " takes a whole number from " + lowest + " up.")
                .with("parameter", parameter);
    }
}
