package mx.constancia.command.http;

import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.LogUnavailableException;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Submission;

/** Watches one command and leaves one measurement and one line in the log. Neither holds anything that the caller wrote freely. */
final class CommandRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandRun.class);
    private static final String NONE = "-";

    private final CommandMeter meter;
    private final long startedNanos = System.nanoTime();
    private String command = CommandMeter.UNKNOWN;
    private String stream = NONE;
    private String version = NONE;
    private String position = NONE;
    private String problem = NONE;
    private @Nullable Result result;

    CommandRun(CommandMeter meter) {
        this.meter = meter;
    }

    /** The work of a request. */
    interface Work<T> {

        T run() throws IOException;
    }

    void isOf(CommandType type) {
        command = type.name();
    }

    void cameTo(Submission submission, Outcome outcome) {
        result = Result.of(outcome);
        stream = submission.streamId();
        if (outcome instanceof Outcome.Recorded recorded) {
            version = Long.toString(recorded.version());
            position = Long.toString(recorded.position());
        }
    }

    /** Does the work, and notes how it fails if it does. */
    <T> T watch(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (ProblemException e) {
            problem = e.problem().type().slug();
            result = result == null ? Result.of(e.problem().type()) : result;
            throw e;
        } catch (LogUnavailableException e) {
            result = Result.UNAVAILABLE;
            throw e;
        } catch (IOException e) {
            result = Result.INVALID;
            throw e;
        }
    }

    @Override
    public void close() {
        Duration duration = Duration.ofNanos(System.nanoTime() - startedNanos);
        Result ended = result == null ? Result.FAILED : result;
        meter.record(command, ended, duration);
        LOG.info("command={} outcome={} problem={} stream={} version={} position={} ms={} correlation={}",
                command, ended.tag(), problem, stream, version, position, duration.toMillis(), Correlation.current());
    }
}
