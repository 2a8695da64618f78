package mx.constancia.auditor.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import mx.constancia.auditor.sample.Keys;
import mx.constancia.auditor.sample.Tree;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.witness.AddCheckpoint;
import mx.constancia.ledger.witness.Cosigned;
import mx.constancia.ledger.witness.MonitoringPath;
import mx.constancia.ledger.witness.SizeConflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerIT {

    private final Tree tree = new Tree("a");
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;
    private WitnessServer server;

    @BeforeEach
    void start() throws IOException {
        var witness = new Witness(List.of(Keys.log().verifierKey()), Keys.witness(1), new WitnessMemory(folder));
        server = WitnessServer.start(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), line -> { });
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void aLogGetsACosignatureAndEverybodySeesIt() throws Exception {
        HttpResponse<byte[]> answer = post(tree.growth(0, 700).bytes());

        assertThat(answer.statusCode()).isEqualTo(200);
        SignedCheckpoint shown = SignedCheckpoint.parse(get(MonitoringPath.of(Keys.ORIGIN)).body());
        assertThat(shown).isEqualTo(tree.checkpoint(700).with(Cosigned.parse(answer.body()).cosignatures()));
    }

    @Test
    void aStaleProofIsAnsweredWithSizeAndMediaType() throws Exception {
        post(tree.growth(0, 5).bytes());

        HttpResponse<byte[]> answer = post(tree.growth(0, 6).bytes());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains(SizeConflict.MEDIA_TYPE);
        assertThat(SizeConflict.parse(answer.body()).size()).isEqualTo(5);
    }

    @Test
    void aBodyThatIsTooLongIsNotRead() throws Exception {
        assertThat(post(new byte[AddCheckpoint.MAX_BYTES + 1]).statusCode()).isEqualTo(413);
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(get("nothing/here").statusCode()).isEqualTo(404);
        assertThat(get(AddCheckpoint.PATH).statusCode()).isEqualTo(405);
        HttpResponse<byte[]> deleted = client.send(HttpRequest.newBuilder(at(AddCheckpoint.PATH)).DELETE().build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(deleted.statusCode()).isEqualTo(405);
    }

    @Test
    void ofManyThatSubmitAtOnceTwoHistoriesAreNeverCosigned() throws Exception {
        // Given two histories of one log, each signed by it.
        Tree other = new Tree("b");
        post(tree.growth(0, 1).bytes());
        var cosigned = new ConcurrentLinkedQueue<String>();
        var next = new AtomicLong(2);

        // When clients submit both at once, size by size.
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Tree mine = i % 2 == 0 ? tree : other;
                running.add(clients.submit(() -> submit(mine, next, cosigned)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        // Then one history only has cosignatures.
        assertThat(cosigned).isNotEmpty().allSatisfy(root -> assertThat(root).startsWith("a"));
        SignedCheckpoint last = SignedCheckpoint.parse(get(MonitoringPath.of(Keys.ORIGIN)).body());
        assertThat(last.unverified().root()).isEqualTo(tree.root(last.unverified().size()));
    }

    private Void submit(Tree mine, AtomicLong next, ConcurrentLinkedQueue<String> cosigned) throws IOException, InterruptedException {
        long known = 1;
        for (long size = next.getAndIncrement(); size < 40; size = next.getAndIncrement()) {
            HttpResponse<byte[]> answer = post(mine.growth(Math.min(known, size), size).bytes());
            if (answer.statusCode() == 409) {
                known = SizeConflict.parse(answer.body()).size();
                if (known <= size) {
                    answer = post(mine.growth(known, size).bytes());
                }
            }
            if (answer.statusCode() == 200) {
                known = size;
                cosigned.add(mine == tree ? "a" + size : "b" + size);
            }
        }
        return null;
    }

    private HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(AddCheckpoint.PATH)).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.address().getPort() + "/" + path);
    }
}
