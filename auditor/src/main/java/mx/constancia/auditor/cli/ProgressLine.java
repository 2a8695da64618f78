package mx.constancia.auditor.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

import mx.constancia.auditor.verify.Progress;

/** Percent, rate and time left, on one line that is written over. */
final class ProgressLine implements Progress {

    private static final long TERMINAL = Duration.ofMillis(250).toNanos();
    private static final long ELSEWHERE = Duration.ofSeconds(10).toNanos();

    private final PrintWriter err;
    private final Messages messages;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private long said = started;
    private long first = -1;

    ProgressLine(PrintWriter err, Messages messages, boolean terminal) {
        this.err = err;
        this.messages = messages;
        this.terminal = terminal;
    }

    @Override
    public void advanced(long done, long total) {
        long now = System.nanoTime();
        first = first < 0 ? done : first;
        if (now - said >= (terminal ? TERMINAL : ELSEWHERE)) {
            said = now;
            double rate = (done - first) / ((now - started) / 1e9);
            String left = rate <= 0 ? "?" : Duration.ofSeconds(Math.round((total - done) / rate)).toString().substring(2).toLowerCase(Locale.ROOT);
            err.print((terminal ? "\r\u001b[2K" : "")
                    + messages.text("progress", 100 * done / Math.max(1, total), Messages.number(done), Messages.number(Math.round(rate)), left)
                    + (terminal ? "" : System.lineSeparator()));
            err.flush();
        }
        if (terminal && done == total && said != started) {
            err.print("\r\u001b[2K");
            err.flush();
        }
    }
}
