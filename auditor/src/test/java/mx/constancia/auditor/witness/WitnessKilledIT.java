package mx.constancia.auditor.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import mx.constancia.auditor.sample.Keys;
import mx.constancia.auditor.sample.Tree;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.witness.AddCheckpoint;
import mx.constancia.ledger.witness.MonitoringPath;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness as its own process, killed while it works: what it has cosigned it has not forgotten. */
class WitnessKilledIT {

    private static final int KILLS = 2;

    private final Tree tree = new Tree("a");
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void whatWasCosignedIsRememberedThroughKills() throws Exception {
        long cosigned = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Running witness = Running.start(folder)) {
                // Given a witness that still has everything that it has cosigned.
                long known = known(witness);
                assertThat(known).isGreaterThanOrEqualTo(cosigned);

                // When it is killed while checkpoints are submitted to it.
                Thread killer = Thread.ofVirtual().unstarted(witness::kill);
                long size = known + 1;
                for (HttpResponse<byte[]> answer = submit(witness, known, size); answer != null; answer = submit(witness, size - 1, size)) {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    cosigned = size;
                    if (size % 20 == 0) {
                        killer.start();
                    }
                    size++;
                }
            }
        }

        // Then it never cosigned what does not continue that.
        try (Running witness = Running.start(folder)) {
            assertThat(known(witness)).isBetween(cosigned, cosigned + 1);
            SignedCheckpoint last = SignedCheckpoint.parse(client.send(HttpRequest.newBuilder(witness.at(MonitoringPath.of(Keys.ORIGIN))).build(),
                    HttpResponse.BodyHandlers.ofByteArray()).body());
            assertThat(last.unverified().root()).isEqualTo(tree.root(last.unverified().size()));
        } finally {
            client.close();
        }
    }

    /** The size that the witness shows to everybody. */
    private long known(Running witness) throws IOException, InterruptedException {
        HttpResponse<byte[]> shown = client.send(HttpRequest.newBuilder(witness.at(MonitoringPath.of(Keys.ORIGIN))).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return shown.statusCode() == 404 ? 0 : SignedCheckpoint.parse(shown.body()).unverified().size();
    }

    private @Nullable HttpResponse<byte[]> submit(Running witness, long from, long size) throws InterruptedException {
        var request = HttpRequest.newBuilder(witness.at(AddCheckpoint.PATH))
                .POST(HttpRequest.BodyPublishers.ofByteArray(tree.growth(from, size).bytes())).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            return null;
        }
    }

    private record Running(Process process, int port) implements AutoCloseable {

        static Running start(Path folder) throws IOException {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), "mx.constancia.auditor.cli.ConstanciaAudit", "witness",
                    "--listen", "127.0.0.1:0", "--name", "witness.example/killed", "--dir", folder.toString(),
                    "--log", Keys.log().verifierKey().format()));
            Path journal = Files.createTempFile(folder, "journal", ".log");
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(journal.toFile()).start();
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.readString(journal).contains("outcome=listening"));
            return new Running(process, Integer.parseInt(Files.readString(journal).replaceFirst("(?s).*address=\\S*:(\\d+) .*", "$1")));
        }

        URI at(String path) {
            return URI.create("http://127.0.0.1:" + port + "/" + path);
        }

        void kill() {
            process.destroyForcibly();
        }

        @Override
        public void close() {
            kill();
            process.onExit().join();
        }
    }
}
