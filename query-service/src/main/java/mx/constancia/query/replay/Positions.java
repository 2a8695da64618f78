package mx.constancia.query.replay;

import java.util.OptionalLong;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

/** Positions that a request names. */
public final class Positions {

    private Positions() {
    }

    /**
     * The position, when it can be read.
     *
     * @throws Problem when it is beyond the visible head
     */
    public static OptionalLong upTo(long head, String name, OptionalLong position) {
        if (position.isPresent() && position.getAsLong() > head) {
            throw new Problem(ProblemType.BEYOND_THE_HEAD,
                    name + " names position " + position.getAsLong() + "; the highest that can be read is " + head + ".")
                    .with("parameter", name).with("visibleHead", head);
        }
        return position;
    }
}
