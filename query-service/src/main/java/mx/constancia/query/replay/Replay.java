package mx.constancia.query.replay;

import java.util.List;

import mx.constancia.query.log.LogReader;
import mx.constancia.query.log.VisibleHead;

/**
 * The stretch of the log that a request asks for.
 *
 * @param first  first position
 * @param last   last position; before {@code first} when there is nothing
 * @param filter which of them
 */
record Replay(long first, long last, EventFilter filter) {

    static final List<String> PARAMETERS = List.of("from", "to", "after");

    /** The parameters' stretch; {@code after} is the position before the first. */
    static Replay of(Parameters parameters, long head) {
        long from = Positions.upTo(head, "from", parameters.position("from")).orElse(0);
        long after = Positions.upTo(head, "after", parameters.position("after")).orElse(VisibleHead.NONE);
        return new Replay(Math.max(from, after + 1), Positions.upTo(head, "to", parameters.position("to")).orElse(head),
                EventFilter.of(parameters));
    }

    /** Takes entries, in their order. */
    interface Sink<X extends Exception> {

        /** Takes one, and says whether it wants more. */
        boolean take(LogEntry entry) throws X;
    }

    /**
     * Gives the matches to the sink, one page of the log at a time in memory.
     *
     * @param pages pages of the log to read at most
     * @return the last position that was looked at; {@code last} or higher when nothing further can match
     * @throws LogNotThereException when the views are emptied meanwhile
     */
    <X extends Exception> long run(LogReader log, long pages, Sink<X> sink) throws X {
        long done = first - 1;
        for (long page = 0; page < pages && done < last; page++) {
            List<LogEntry> entries = log.read(done + 1, last).stream().map(LogEntry::new).toList();
            if (entries.isEmpty()) {
                throw new LogNotThereException(done + 1);
            }
            for (LogEntry entry : entries) {
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
