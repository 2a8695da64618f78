package mx.constancia.query.replay;

import mx.constancia.query.log.LogReader;
import mx.constancia.query.log.VisibleHead;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of the log that a request asks for.
 *
 * @param first  first position
 * @param last   last position; before {@code first} when there is nothing
 * @param filter which of them
 */
record Replay(long first, long last, EventFilter filter) {

    /**
     * The stretch that a request names.
     *
     * @param from  first position
     * @param after the position before the first
     * @param to    last position; the visible head when absent
     */
    static Replay of(@Nullable Long from, @Nullable Long after, @Nullable Long to, EventFilter filter, long head) {
        long first = Positions.upTo(head, "from", from).orElse(0);
        long before = Positions.upTo(head, "after", after).orElse(VisibleHead.NONE);
        return new Replay(Math.max(first, before + 1), Positions.upTo(head, "to", to).orElse(head), filter);
    }

    /** Takes entries, in their order. */
    interface Sink<X extends Exception> {

        /** Takes one, and says whether it wants more. */
        boolean take(LogEntry entry) throws X;
    }

    /**
     * Gives the matches to the sink, two pages of the log at a time in memory.
     *
     * @param pages pages of the log to read at most
     * @return the last position that was looked at; {@code last} or higher when nothing further can match
     * @throws LogNotThereException when the views are emptied meanwhile
     */
    <X extends Exception> long run(LogReader log, long pages, Sink<X> sink) throws X {
        long done = first - 1;
        PagesAhead ahead = new PagesAhead(log, last);
        for (long page = 0; page < pages && done < last; page++) {
            for (LogEntry entry : ahead.take(done + 1)) {
                if (filter.isPast(entry)) {
                    return last;
                }
                done = entry.position();
                if (filter.matches(entry) && !sink.take(entry)) {
                    return done;
                }
            }
        }
        return done;
    }
}
