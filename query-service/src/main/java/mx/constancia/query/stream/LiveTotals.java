package mx.constancia.query.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import mx.constancia.events.EventJson;
import mx.constancia.query.store.Generations;
import mx.constancia.query.totals.Counters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The counters of the boards, counted once for all clients and not more often than is of use to anyone. */
@Component
class LiveTotals {

    private final Counters counters;
    private final Generations generations;
    private final long everyNanos;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable Totals known;
    private long countedAt;

    LiveTotals(Counters counters, Generations generations, StreamProperties properties) {
        this.counters = counters;
        this.generations = generations;
        this.everyNanos = properties.totalsEvery().toNanos();
    }

    /**
     * The counters, counted now unless they have been just now or nothing has happened since. Views that take the place of others
     * are counted at once: they may count otherwise what has happened before.
     *
     * @param visible the head that the caller has seen
     */
    Totals at(long visible) throws InterruptedException {
        counting.lockInterruptibly();
        try {
            Totals totals = known;
            if (totals == null || isOfOtherViews(totals) || totals.position < visible && System.nanoTime() - countedAt >= everyNanos) {
                // Before the count: what was counted while the views changed is counted again.
                int generation = generations.living();
                totals = new Totals(generation, totals == null ? visible : Math.max(visible, totals.position), counters.now());
                known = totals;
                countedAt = System.nanoTime();
            }
            return totals;
        } finally {
            counting.unlock();
        }
    }

    /** Whether other views have taken the place of those that were counted. */
    boolean isOfOtherViews(Totals totals) {
        return totals.generation != generations.living();
    }

    /** The counters at a position; every agency's line is written once for all its clients. */
    static final class Totals {

        private final int generation;
        private final long position;
        private final Counters.Count count;
        private final Map<String, byte[]> lines = new ConcurrentHashMap<>();

        Totals(int generation, long position, Counters.Count count) {
            this.generation = generation;
            this.position = position;
            this.count = count;
        }

        long position() {
            return position;
        }

        /** One line of JSON: the numbers of an agency, or of all. */
        byte[] json(@Nullable String agency) {
            if (agency == null) {
                return lines.computeIfAbsent("", key -> write(null, count.all()));
            }
            Counters.Numbers numbers = count.byAgency().get(agency);
            return numbers == null ? write(agency, Counters.Numbers.NONE) : lines.computeIfAbsent(agency, key -> write(agency, numbers));
        }

        private byte[] write(@Nullable String agency, Counters.Numbers numbers) {
            return EventJson.MAPPER.writeValueAsBytes(new Line(position < 0 ? null : position, agency, numbers));
        }
    }

    /** A line as clients read it; an empty log has no position. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(@Nullable Long position, @Nullable String agency, @JsonUnwrapped Counters.Numbers numbers) {
    }
}
