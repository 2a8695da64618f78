package mx.constancia.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.MeterRegistry;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.History;
import mx.constancia.query.RunningQueryService;
import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.query.Topic;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients of the live stream, each connected over HTTP. */
class StreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 40;

    private final History history = new History().agency("segob").proposed("consejo", "segob", "Consejo").invited("consejo", "segob", "I-0");
    private Topic topic;
    private RunningQueryService service;

    @BeforeEach
    void aShortLogIsProjected() {
        topic = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "events");
        topic.send(history.events());
        service = RunningQueryService.start(Parts.kafka().bootstrapServers(), Parts.mongo().newDatabaseUri(), topic.name(),
                "--constancia.http.min-position-wait=30s", "--constancia.stream.heartbeat=200ms", "--constancia.stream.checkpoint-every=100",
                "--constancia.stream.clients=" + CLIENTS, "--server.tomcat.connection-timeout=1s");
        awaitVisible();
    }

    @AfterEach
    void stop() {
        service.close();
        topic.close();
    }

    @Test
    void clientsThatComeWhileEventsAreRecordedMissNothingAndGetNothingTwice() {
        List<LiveClient> clients = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            clients.add(LiveClient.open(service, "/stream?after=" + round / 10));
            record(20);
        }

        for (int round = 0; round < clients.size(); round++) {
            LiveClient client = clients.get(round);
            await().atMost(PATIENCE).until(() -> client.ids().contains(history.last().position()));
            List<Long> ids = client.ids();
            assertThat(ids).isEqualTo(LongStream.rangeClosed(round / 10 + 1, history.last().position()).boxed().toList());
            client.close();
        }
    }

    @Test
    void aClientThatLostItsConnectionGoesOnAfterTheLastEventThatItHas() {
        record(300);
        awaitVisible();

        try (LiveClient again = LiveClient.open(service, "/stream?after=5", "Last-Event-ID", "270");
                LiveClient first = LiveClient.open(service, "/stream?from=0");
                LiveClient coming = LiveClient.open(service, "/stream")) {
            long before = history.last().position();
            await().atMost(PATIENCE).until(() -> again.ids().contains(before) && first.ids().contains(before));
            record(1);
            await().atMost(PATIENCE).until(() -> again.ids().contains(before + 1) && coming.ids().contains(before + 1));
            assertThat(again.ids()).isEqualTo(LongStream.rangeClosed(271, before + 1).boxed().toList());
            assertThat(first.ids()).startsWith(0L, 1L, 2L);
            assertThat(coming.ids()).containsExactly(before + 1);
        }
    }

    @Test
    void theStreamSaysWhatTheReplaySaysAndShowsRestrictedPartsOnlyToWhoMaySeeThem() {
        String token = TestTokens.shared().token("u", "segob", "OIC_AUDITOR");

        try (LiveClient open = LiveClient.open(service, "/stream?from=2");
                LiveClient insider = LiveClient.open(service, "/stream?from=2", "Authorization", "Bearer " + token)) {
            await().atMost(PATIENCE).until(() -> open.text().contains("data: ") && insider.text().contains("data: "));
            String replayed = service.lines("/events?from=2", "Accept", "application/x-ndjson").body().findFirst().orElseThrow();
            assertThat(open.lines()).contains("data: " + replayed);
            assertThat(open.text()).contains("WITHHELD").doesNotContain("Trayectoria");
            assertThat(insider.text()).contains("SHOWN", "Trayectoria");
        }
    }

    @Test
    void aClientWhoseFilterMatchesNothingHearsHeartbeatsAndHowFarTheStreamIs() {
        try (LiveClient client = LiveClient.open(service, "/stream?from=0&stream=mechanism-none")) {
            await().atMost(PATIENCE).until(() -> client.lines().stream().filter(": heartbeat"::equals).count() > 2);
            record(250);
            await().atMost(PATIENCE).until(() -> client.ids().equals(List.of(99L, 199L)));
            assertThat(client.lines()).contains("event: checkpoint", "data: {\"position\":199}").noneMatch(line -> line.contains("eventId"));
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOffAndOthersAreServed() throws IOException {
        int before = history.events().size();
        for (int number = 0; number < 800; number++) {
            history.proposed("mecanismo-" + number, "segob", "M".repeat(15_000));
        }
        topic.send(history.events().subList(before, history.events().size()));
        awaitVisible();

        try (Socket silent = new Socket()) {
            silent.setReceiveBufferSize(4_096);
            silent.connect(new InetSocketAddress("localhost", service.address().getPort()));
            silent.getOutputStream().write("GET /stream?from=0 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().atMost(PATIENCE).until(() -> clients() == 1);
            try (LiveClient other = LiveClient.open(service, "/stream?from=0")) {
                await().atMost(PATIENCE).until(() -> other.ids().contains(history.last().position()));
                await().atMost(PATIENCE).until(() -> clients() == 1);
                assertThat(other.hasEnded()).isFalse();
            }
        }
    }

    @Test
    void moreClientsThanThereArePlacesAreSentAwayForAWhile() {
        List<LiveClient> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(LiveClient.open(service, "/stream"));
        }

        Answer refused = service.get("/stream");
        assertProblem(refused, 503, "overloaded");
        assertThat(refused.header("retry-after")).isEqualTo("1");
        clients.forEach(LiveClient::close);
        await().atMost(PATIENCE).until(() -> clients() == 0);
        LiveClient.open(service, "/stream").close();
    }

    @Test
    void theCountersOfABoardAreThereAtOnceAndFollowTheLog() {
        try (LiveClient all = LiveClient.open(service, "/stream/totals"); LiveClient other = LiveClient.open(service, "/stream/totals?agency=salud")) {
            long before = history.last().position();
            await().atMost(PATIENCE).until(() -> all.ids().equals(List.of(before)) && other.ids().equals(List.of(before)));
            assertThat(all.text()).contains("event: totals", "\"events\":" + (before + 1), "\"mechanismsByLifecycle\":{\"", "\"mechanisms\":1");
            assertThat(other.text()).contains("\"agency\":\"salud\"", "\"events\":0", "\"mechanisms\":0");

            record(3);
            await().atMost(PATIENCE).until(() -> all.ids().contains(before + 3));
            assertThat(all.lines().getLast()).isEmpty();
            assertThat(all.text()).contains("\"events\":" + (before + 4));
        }
        long last = history.last().position();
        try (LiveClient again = LiveClient.open(service, "/stream/totals", "Last-Event-ID", Long.toString(last))) {
            record(1);
            await().atMost(PATIENCE).until(() -> again.ids().contains(last + 1));
            assertThat(again.ids()).allMatch(id -> id >= last);
        }
        assertProblem(service.get("/stream/totals", "Last-Event-ID", "1000000", "Accept", "text/event-stream"), 404, "beyond-the-head");
        assertProblem(service.get("/stream/totals?agencia=salud"), 400, "invalid-parameter");
    }

    @Test
    void whenTheServiceClosesItsClientsAreToldAndItDoesNotWaitForThem() {
        try (LiveClient client = LiveClient.open(service, "/stream")) {
            service.close();

            await().atMost(PATIENCE).until(client::hasEnded);
            assertThat(client.text()).contains("event: cut-off\ndata: {\"reason\":\"closing\"}");
        }
    }

    @Test
    void whatCannotBeAnsweredIsRefusedClearly() {
        assertProblem(service.get("/stream?to=3"), 400, "invalid-parameter");
        assertProblem(service.get("/stream?after=x"), 400, "invalid-parameter");
        assertProblem(service.get("/stream", "Last-Event-ID", "x"), 400, "invalid-parameter");
        assertProblem(service.get("/stream?after=3"), 404, "beyond-the-head");
        assertProblem(service.get("/stream", "Last-Event-ID", "3", "Accept", "text/event-stream"), 404, "beyond-the-head");
    }

    private void record(int number) {
        int before = history.events().size();
        for (int event = 0; event < number; event++) {
            history.called("consejo", "segob", "C-" + (before + event));
        }
        List<StoredEvent> events = history.events();
        topic.send(events.subList(before, events.size()));
    }

    private void awaitVisible() {
        assertThat(service.get("/events?limit=1&min-position=" + history.last().position()).status()).isEqualTo(200);
    }

    private double clients() {
        return service.bean(MeterRegistry.class).get("constancia.stream.clients").gauge().value();
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().at("/type").asString()).isEqualTo("/problems/" + type);
    }
}
