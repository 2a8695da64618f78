package mx.constancia.local;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import mx.constancia.local.programme.Programme;
import mx.constancia.local.programme.ProgrammeFiles;
import mx.constancia.local.programme.ProgrammeReport;
import mx.constancia.local.programme.ProgrammeRunner;
import mx.constancia.local.token.TokenException;

/** Loads the programmes through the public API, and waits until the query service shows them. */
final class Demo {

    private static final Duration VISIBLE = Duration.ofMinutes(1);

    private Demo() {
    }

    /**
     * Loads all programmes; what an earlier run recorded stays as it is.
     *
     * @throws IOException if a service does not answer
     * @throws TokenException if the issuer refuses a demo user
     */
    static void load(Addresses addresses, Progress progress) throws IOException, InterruptedException, TokenException {
        long position = -1;
        try (ProgrammeRunner runner = new ProgrammeRunner(URI.create(addresses.issuer()), URI.create(addresses.command()))) {
            for (Programme programme : ProgrammeFiles.all()) {
                ProgrammeReport report = runner.run(programme);
                progress.say(report.summary());
                report.differences().forEach(progress::say);
                position = Math.max(position, report.position());
            }
        }
        Readiness.await(URI.create(addresses.query() + "/mechanisms?min-position=" + position), VISIBLE);
    }
}
