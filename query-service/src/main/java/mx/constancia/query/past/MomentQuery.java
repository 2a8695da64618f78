package mx.constancia.query.past;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import mx.constancia.history.Moment;
import mx.constancia.history.Moment.Known;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

import org.jspecify.annotations.Nullable;

/**
 * The moment that a request names: what was known by at most one of the clocks of the log, and what had happened by a legal
 * date. Nothing of this is now.
 *
 * @param asOf       what was recorded until this instant
 * @param atPosition what was recorded up to this position of the log
 * @param atVersion  so many events
 * @param knownBy    what was recorded until the end of this day (fecha de registro), where the agency is
 * @param happenedBy of that, what had happened by the end of this day (fecha del hecho)
 */
public record MomentQuery(
        @Nullable Instant asOf, @Nullable Long atPosition, @Nullable Long atVersion, @Nullable LocalDate knownBy, @Nullable LocalDate happenedBy) {

    /**
     * The moment.
     *
     * @param prefix what stands before the names of the parameters in the request
     * @throws Problem when it names several clocks of the log, or a value that none has
     */
    Moment moment(String prefix) {
        Map<String, @Nullable Known> named = new LinkedHashMap<>();
        named.put(prefix + "asOf", asOf == null ? null : new Known.ToInstant(asOf));
        named.put(prefix + "atPosition", atPosition == null ? null : new Known.ToPosition(from(0, prefix + "atPosition", atPosition)));
        named.put(prefix + "atVersion", atVersion == null ? null : new Known.ToVersion(from(1, prefix + "atVersion", atVersion)));
        named.put(prefix + "knownBy", knownBy == null ? null : new Known.ToEndOf(knownBy));
        named.values().removeIf(Objects::isNull);
        if (named.size() > 1) {
            throw new Problem(ProblemType.AMBIGUOUS_MOMENT, ProblemType.AMBIGUOUS_MOMENT.explanation())
                    .with("parameters", List.copyOf(named.keySet()));
        }
        return new Moment(named.values().stream().findFirst().orElseGet(Known.Everything::new), happenedBy);
    }

    /** Whether the moment is now. */
    boolean isNow() {
        return asOf == null && atPosition == null && atVersion == null && knownBy == null && happenedBy == null;
    }

    /** Whether nothing that happens later changes what was known then. */
    boolean isFixed() {
        return atPosition != null || atVersion != null;
    }

    private static long from(long lowest, String parameter, long value) {
        if (value < lowest) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter " + parameter + " takes a whole number from " + lowest + " up.")
                    .with("parameter", parameter);
        }
        return value;
    }
}
