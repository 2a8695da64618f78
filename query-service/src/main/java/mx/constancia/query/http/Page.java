package mx.constancia.query.http;

import java.util.List;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items its lines
 * @param next  cursor of the next page; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Lines in a page at most. */
    public static final int MAX = 200;

    /**
     * The page size asked for.
     *
     * @throws Problem when it is not between 1 and {@link #MAX}
     */
    public static int limit(int asked) {
        if (asked < 1 || asked > MAX) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter limit takes 1 to " + MAX + ".").with("parameter", "limit");
        }
        return asked;
    }
}
