package mx.constancia.command.http.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the answers in the order of the lines, on a thread of its own, so that answers come while the body is still being sent. A
 * client that reads slowly keeps the window full, and by that holds up its own body, and nobody else's.
 */
final class Answers implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final OutputStream out;
    private final Window window;
    private final Tally tally;
    private final Halt halt;
    private final ImportMeter meter;
    private final long progressEveryNanos;
    // As many as the window lets in.
    private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();
    private long toldNanos = System.nanoTime();

    Answers(OutputStream out, Window window, Tally tally, Halt halt, ImportMeter meter, Duration progressEvery) {
        this.out = out;
        this.window = window;
        this.tally = tally;
        this.halt = halt;
        this.meter = meter;
        this.progressEveryNanos = progressEvery.toNanos();
    }

    void add(Chunk chunk) {
        chunks.add(chunk);
    }

    /** Writes until it comes to an empty chunk. */
    @Override
    public void run() {
        try {
            for (Chunk chunk = chunks.take(); !chunk.lines().isEmpty(); chunk = chunks.take()) {
                try {
                    chunk.done().join();
                    write(chunk);
                } catch (RuntimeException e) {
                    LOG.error("event=import-failed", e);
                    halt.because(Halt.Reason.FAILED);
                } finally {
                    window.leave(chunk.lines());
                }
                tellProgress();
            }
        } catch (InterruptedException e) {
            halt.because(Halt.Reason.BROKEN_OFF);
        }
    }

    private void write(Chunk chunk) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Line line : chunk.lines()) {
            LineAnswer answer = line.answer();
            if (answer == null) {
                tally.leave();
            } else {
                tally.count(answer);
                meter.count(answer.result());
                append(bytes, answer);
            }
        }
        send(bytes);
    }

    /** Writes the last line; only after {@link #run} has ended. */
    void end(Map<String, Object> summary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        append(bytes, Map.of("summary", summary));
        send(bytes);
    }

    private static void append(ByteArrayOutputStream bytes, Object json) {
        bytes.writeBytes(JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
    }

    private void send(ByteArrayOutputStream bytes) {
        if (halt.reason().filter(Halt.Reason.BROKEN_OFF::equals).isPresent()) {
            return;
        }
        try {
            bytes.writeTo(out);
            out.flush();
        } catch (IOException e) {
            // Nobody reads any more: what is recorded stays, and the next sending is told so.
            halt.because(Halt.Reason.BROKEN_OFF);
        }
    }

    private void tellProgress() {
        if (System.nanoTime() - toldNanos > progressEveryNanos) {
            toldNanos = System.nanoTime();
            LOG.info("event=import-progress answered={} position={}", tally.answered(), tally.lastPosition());
        }
    }
}
