package mx.constancia.decision;

import java.util.List;

import mx.constancia.events.Finding;

/** Judges commands in order, each on the state that those before it would have made. Nothing is recorded. For one thread. */
public interface Rehearsal {

    /**
     * Judges the next command.
     *
     * @throws TooLongException        when the rehearsal would need more memory than it may take
     * @throws LogUnavailableException when the log cannot be read
     */
    Verdict judge(Submission submission);

    /** What a command would come to. */
    sealed interface Verdict {

        /**
         * It would be recorded.
         *
         * @param version  the aggregate's version after it
         * @param events   number of its events
         * @param findings what the rulebook objects to
         */
        record Accepted(long version, int events, List<Finding> findings) implements Verdict {
        }

        /** @param outcome what it would be answered with; never {@link Outcome.Recorded} */
        record Refused(Outcome outcome) implements Verdict {
        }
    }

    /** The rehearsal has come to its limit. */
    final class TooLongException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public TooLongException(int maxEvents) {
            super("a rehearsal keeps at most " + maxEvents + " events in memory", null, false, false);
        }
    }
}
