package mx.constancia.decision;

/** Carries a submission to its decision and into the log. */
public interface CommandDispatcher {

    /**
     * Returns when the outcome is durable.
     *
     * @throws LogUnavailableException when the log cannot be reached in time; the caller should retry with the same key
     */
    Outcome dispatch(Submission submission);
}
