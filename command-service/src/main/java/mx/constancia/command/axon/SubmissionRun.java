package mx.constancia.command.axon;

import java.util.List;

import mx.constancia.decision.Submission;

/**
 * Commands of one stream and one actor that are decided one after the other in one unit of work.
 *
 * @param submissions at least one, no two with one idempotency key
 * @param begins      whether to take it that the stream does not exist, because the first command begins it
 */
record SubmissionRun(List<Submission> submissions, boolean begins) {

    /** The name of a run of several commands on the bus. */
    static final String SEVERAL = "run-of-commands";

    String streamId() {
        return submissions.getFirst().streamId();
    }

    /** The name on the bus: that of the command if it is alone. */
    String name() {
        return submissions.size() == 1 ? submissions.getFirst().type().name() : SEVERAL;
    }
}
