package mx.constancia.command.http.imports;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import mx.constancia.command.http.imports.LineReader.RawLine;

/**
 * One import on its way: the calling thread reads and parses, a second one begins the work on whatever lines are there, a third
 * one writes the answers.
 */
final class Import {

    private static final Logger LOG = LoggerFactory.getLogger(Import.class);

    private final LineReader reader;
    private final LineParser parser;
    private final Window window;
    private final Work work;
    private final Answers answers;
    private final Tally tally;
    private final Halt halt;
    // As many as the window lets in.
    private final BlockingQueue<Line> parsed = new LinkedBlockingQueue<>();

    Import(LineReader reader, LineParser parser, Window window, Work work, Answers answers, Tally tally, Halt halt) {
        this.reader = reader;
        this.parser = parser;
        this.window = window;
        this.work = work;
        this.answers = answers;
        this.tally = tally;
        this.halt = halt;
    }

    /** Runs to the end of the body, or of the connection; every line that was begun has its end when this returns. */
    void run() throws InterruptedException {
        Thread worker = Thread.ofVirtual().name("import-work").start(this::work);
        Thread writer = Thread.ofVirtual().name("import-answers").start(answers);
        try {
            read();
        } catch (IOException e) {
            boolean late = e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
            // Who stopped sending may still be reading.
            halt.because(late ? Halt.Reason.FAILED : Halt.Reason.BROKEN_OFF);
        } catch (RuntimeException e) {
            LOG.error("event=import-failed", e);
            halt.because(Halt.Reason.FAILED);
        } finally {
            parsed.add(Line.END);
            worker.join();
            writer.join();
        }
    }

    private void read() throws IOException, InterruptedException {
        for (RawLine raw = reader.next(); raw != null; raw = reader.next()) {
            if (halt.isCalled()) {
                // Read to the end all the same: only then does the client read the answers for certain.
                tally.leave();
            } else {
                Line line = parser.parse(raw);
                window.enter(line);
                parsed.add(line);
            }
        }
    }

    private void work() {
        try {
            for (List<Line> lines = next(); !lines.isEmpty(); lines = next()) {
                answers.add(new Chunk(lines, begin(lines)));
            }
        } catch (InterruptedException e) {
            halt.because(Halt.Reason.BROKEN_OFF);
        } finally {
            answers.add(Chunk.END);
        }
    }

    private CompletableFuture<?> begin(List<Line> lines) {
        try {
            return work.begin(lines);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** All lines that wait, at least one; empty at the end. */
    private List<Line> next() throws InterruptedException {
        List<Line> lines = new ArrayList<>();
        lines.add(parsed.take());
        parsed.drainTo(lines);
        if (lines.getLast() == Line.END) {
            lines.removeLast();
            if (!lines.isEmpty()) {
                parsed.add(Line.END);
            }
        }
        return lines;
    }
}
