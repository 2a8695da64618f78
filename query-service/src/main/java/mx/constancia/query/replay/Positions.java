package mx.constancia.query.replay;

import java.util.OptionalLong;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Positions that a request names. */
public final class Positions {

    private Positions() {
    }

    /**
     * The position, when it is one and can be read.
     *
     * @throws Problem when it is negative or beyond the visible head
     */
    public static OptionalLong upTo(long head, String name, @Nullable Long position) {
        if (position == null) {
            return OptionalLong.empty();
        }
        if (position < 0) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter " + name + " takes a position: 0, 1, 2 and so on.")
                    .with("parameter", name);
        }
        if (position > head) {
            throw new Problem(ProblemType.BEYOND_THE_HEAD,
                    name + " names position " + position + "; the highest that can be read is " + head + ".")
                    .with("parameter", name).with("visibleHead", head);
        }
        return OptionalLong.of(position);
    }
}
