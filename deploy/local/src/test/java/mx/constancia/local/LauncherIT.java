package mx.constancia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import mx.constancia.local.token.TokenClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.JwtDecoders;

class LauncherIT {

    private static final int SIGTERM = 143;
    private static final String TIMELINE = "/mechanisms/consejo-nacional-agenda-2030/timeline";
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    @TempDir
    private Path data;

    @Test
    void whatWasAcknowledgedOutlivesKillNineAndTheDemoChangesNothingTheSecondTime() throws Exception {
        LocalProcess killed = LocalProcess.ready(data);
        String mechanisms = killed.read("/mechanisms");
        String timeline = killed.read(TIMELINE);
        ProcessHandle orphan = killed.postgres();
        killed.kill();
        assertThat(orphan.isAlive()).isTrue();

        try (LocalProcess next = LocalProcess.ready(data)) {
            assertThat(orphan.onExit()).succeedsWithin(A_MOMENT);
            assertThat(next.said()).contains(" 0 events recorded").doesNotContainPattern("[1-9][0-9]* events recorded");
            assertThat(next.read("/mechanisms")).isEqualTo(mechanisms);
            assertThat(next.read(TIMELINE)).isEqualTo(timeline);
        }
    }

    @Test
    void theDemoPublishesALedgerWithReceipts() throws Exception {
        try (LocalProcess constancia = LocalProcess.ready(data)) {
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> assertThat(constancia.read("/events/0/receipt"))
                    .startsWith("c2sp.org/tlog-proof@v1\n").endsWith(constancia.read("/ledger/checkpoint")));
            String log = constancia.read("/ledger/checkpoint").lines().findFirst().orElseThrow();
            assertThat(constancia.read("/ledger/vkey")).startsWith(log + "+");
        }
    }

    @Test
    void sigtermStopsEverythingAndLeavesNoProcess() throws Exception {
        LocalProcess constancia = LocalProcess.ready(data);
        ProcessHandle postgres = constancia.postgres();

        int exitCode = constancia.stop();

        assertThat(exitCode).isEqualTo(SIGTERM);
        assertThat(postgres.onExit()).succeedsWithin(A_MOMENT);
    }

    @Test
    void aSecondStartOnTheSameDirectoryIsRefusedAndHarmsNothing() throws Exception {
        try (LocalProcess first = LocalProcess.ready(data)) {
            LocalProcess second = LocalProcess.start(data, "--port-base", "0");

            assertThat(second.outputToTheEnd()).containsOnlyOnce("Another Constancia runs on data directory " + data.toRealPath());
            assertThat(second.exitCode()).isEqualTo(1);
            String issuer = first.addresses().issuer();
            String token = new TokenClient(URI.create(issuer)).accessToken("udp", "udp");
            assertThat(JwtDecoders.fromIssuerLocation(issuer).decode(token).getSubject()).isEqualTo("udp");
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            LocalProcess refused = LocalProcess.start(data, "--port-base", Integer.toString(port - 1));

            assertThat(refused.outputToTheEnd()).contains("port " + port + " is taken");
            assertThat(refused.exitCode()).isEqualTo(1);
        }
    }
}
