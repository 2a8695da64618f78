package mx.constancia.query.projection;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Portions of a batch, so that one is folded or encoded while the store takes in another one. */
final class Portions {

    /** More of them than there are processors: what waits for the store is no work. */
    private static final int MOST = 12;

    private Portions() {
    }

    /**
     * The portions of a list, in its order; none of an empty one.
     *
     * @param least how many a portion has at least, because each costs a round trip
     */
    static <T> Stream<List<T>> of(List<T> all, int least) {
        int size = Math.max(least, Math.ceilDiv(all.size(), MOST));
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(from + size, all.size())));
    }
}
