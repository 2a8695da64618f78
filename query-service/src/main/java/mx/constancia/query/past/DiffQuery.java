package mx.constancia.query.past;

import mx.constancia.history.Moment;

import org.jspecify.annotations.Nullable;

/**
 * The two moments that a comparison names. The one is the beginning, and the other is now, when it is not named.
 *
 * @param from the one moment
 * @param to   the other moment
 */
public record DiffQuery(@Nullable MomentQuery from, @Nullable MomentQuery to) {

    /**
     * The one moment.
     *
     * @throws mx.constancia.query.http.problem.Problem see {@link MomentQuery#moment}
     */
    Moment first() {
        return from == null ? Moment.BEGINNING : from.moment("from.");
    }

    /**
     * The other moment.
     *
     * @throws mx.constancia.query.http.problem.Problem see {@link MomentQuery#moment}
     */
    Moment second() {
        return to == null ? Moment.NOW : to.moment("to.");
    }
}
