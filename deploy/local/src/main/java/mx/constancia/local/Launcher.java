package mx.constancia.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import mx.constancia.local.token.TokenException;

/**
 * {@code deploy/local/run}: starts all of Constancia in this process and keeps it running until it is told to stop.
 *
 * <p>Exit codes: 1 a part did not start, 2 wrong usage, 143 or 130 stopped by SIGTERM or Ctrl-C.
 */
public final class Launcher {

    private static final long LOG_BYTES = 50_000_000;

    private Launcher() {
    }

    /** Runs until the process is told to stop. */
    public static void main(String... arguments) {
        PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + Options.USAGE);
            System.exit(2);
            return;
        }
        Progress progress = new Progress(terminal, Clock.systemUTC());
        Path log = options.data().resolve("logs").resolve("constancia.log");
        try {
            PrintStream logged = new PrintStream(new LogFile(log, LOG_BYTES), true, StandardCharsets.UTF_8);
            System.setOut(logged);
            System.setErr(logged);
            run(options, progress, log);
        } catch (CancellationException e) {
            // Told to stop while starting: the shutdown hook is at work and ends the process.
            return;
        } catch (RuntimeException | IOException | InterruptedException | TokenException e) {
            progress.print("Constancia does not start: " + reason(e) + " (more in " + log + ")");
            System.exit(1);
        }
    }

    private static void run(Options options, Progress progress, Path log)
            throws IOException, InterruptedException, TokenException {
        LocalConstancia constancia = new LocalConstancia(options, libraries(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(constancia, progress), "stop"));
        Addresses addresses = constancia.start();
        if (options.demo()) {
            Demo.load(addresses, progress);
        }
        ClassArchive.asked().ifPresent(ClassArchive::willBeWhole);
        progress.print("""

            Constancia is ready (%.1f s). Ctrl-C stops it; everything stays in %s

              issuer           %s
              command service  %s
              query service    %s
              log              %s

            Three things to try:
              curl -s %s/mechanisms
              curl -s %s/actuator/health
              deploy/local/token --data %s udp
            """.formatted(progress.seconds(), options.data(),
                addresses.issuer(), addresses.command(), addresses.query(), log,
                addresses.query(), addresses.command(), options.data()));
        Thread.currentThread().join();
    }

    private static String reason(Exception e) {
        return e instanceof FileSystemException ? "cannot use " + e.getMessage() : e.getMessage();
    }

    private static void stop(LocalConstancia constancia, Progress progress) {
        constancia.close();
        if (ClassArchive.asked().filter(ClassArchive::isStillToBeWritten).isPresent()) {
            progress.say("everything is stopped; now Java writes its class archive, once, for faster starts");
        }
    }

    /** The jars beside this one: built into {@code target}, with all others in {@code target/lib}. */
    private static Path libraries() {
        try {
            return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolveSibling("lib");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
