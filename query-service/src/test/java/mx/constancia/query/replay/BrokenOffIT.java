package mx.constancia.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import mx.constancia.events.StreamId;
import mx.constancia.events.mechanism.MechanismProposed;
import mx.constancia.query.History;
import mx.constancia.query.RunningQueryService;
import mx.constancia.query.Topic;
import mx.constancia.testing.Parts;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that goes away in the middle of a replay, where there is room for one replay only. */
class BrokenOffIT {

    private static final String LINES = "application/x-ndjson";
    /** More than the buffers of a connection take. */
    private static final int EVENTS = 120;
    private static final String LARGE = "Ley de Planeación ".repeat(10_000);

    private static Topic topic;
    private static RunningQueryService service;

    @BeforeAll
    static void aLongLogIsProjected() {
        History log = new History();
        for (int number = 0; number < EVENTS; number++) {
            String id = "consejo-" + number;
            log.record(StreamId.ofMechanism(id), "segob", new MechanismProposed(id, "segob", "FEDERAL_AGENCY", "Consejo", List.of(LARGE),
                    "doc-1", "doc-2", null));
        }
        topic = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "events");
        topic.send(log.events());
        service = RunningQueryService.start(Parts.kafka().bootstrapServers(), Parts.mongo().newDatabaseUri(), topic.name(),
                "--constancia.http.min-position-wait=60s", "--constancia.replay.at-once=1");
        assertThat(service.get("/mechanisms/consejo-0?min-position=" + (EVENTS - 1)).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
        topic.close();
    }

    @Test
    void aClientThatBreaksOffFreesItsPlaceForTheNext() throws IOException {
        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(8_192);
            client.connect(new InetSocketAddress("localhost", service.address().getPort()));
            OutputStream request = client.getOutputStream();
            request.write(("GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: " + LINES + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            request.flush();
            assertThat(client.getInputStream().readNBytes(12)).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 200");
            assertThat(status()).isEqualTo(503);
        }

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(status()).isEqualTo(200));
    }

    private static int status() {
        HttpResponse<Stream<String>> replay = service.lines("/events?limit=1&to=0", "Accept", LINES);
        try (Stream<String> lines = replay.body()) {
            lines.forEach(line -> { });
        }
        return replay.statusCode();
    }
}
