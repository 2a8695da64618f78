package mx.constancia.local;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells the person at the terminal what happens, each line with the seconds since the start of the process. */
final class Progress {

    private final PrintStream terminal;
    private final Clock clock;
    private final Instant start;

    Progress(PrintStream terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.start = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
    }

    void say(String what) {
        terminal.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), what);
        terminal.flush();
    }

    void print(String text) {
        terminal.println(text);
        terminal.flush();
    }

    double seconds() {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}
