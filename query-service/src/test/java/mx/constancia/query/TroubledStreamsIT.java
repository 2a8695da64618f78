package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** Events that are missing, late, or of a newer build, as operators and readers see them. */
class TroubledStreamsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final History history = new History().agency("segob").proposed("consejo", "segob", "Consejo")
            .determined("consejo", "segob").called("consejo", "segob", "C-1").proposed("comite", "segob", "Comité");
    private final List<StoredEvent> events = history.events();
    private Topic topic;
    private RunningQueryService service;

    @BeforeEach
    void start() {
        topic = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "events");
        service = RunningQueryService.start(Parts.kafka().bootstrapServers(), Parts.mongo().newDatabaseUri(), topic.name(),
                "--constancia.http.min-position-wait=2s");
    }

    @AfterEach
    void stop() {
        service.close();
        topic.close();
    }

    @Test
    void aHoleStopsItsStreamIsSeenInHealthAndCloses() {
        topic.send(events.subList(0, 2));
        topic.send(events.subList(3, 5));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(projection().at("/details/persistentHoles").asLong()).isEqualTo(1);
            assertThat(version("comite")).isEqualTo(1);
            assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
        });
        assertThat(version("consejo")).isEqualTo(1);
        assertThat(projection().at("/status").asString()).isEqualTo("DEGRADED");
        assertThat(projection().at("/details/visibleHead").asLong()).isEqualTo(1);

        topic.send(events.subList(2, 3));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(version("consejo")).isEqualTo(3);
            assertThat(projection().at("/status").asString()).isEqualTo("UP");
            assertThat(projection().at("/details/visibleHead").asLong()).isEqualTo(4);
        });
    }

    @Test
    void anEventOfANewerBuildIsParkedSeenInHealthAndTheRestGoesOn() {
        sendWithOneOfANewerBuild();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(projection().at("/details/parked").asLong()).isEqualTo(2);
            assertThat(version("comite")).isEqualTo(1);
        });
        assertThat(version("consejo")).isEqualTo(1);
        assertThat(projection().at("/status").asString()).isEqualTo("DEGRADED");
        assertThat(service.get("/mechanisms?min-position=4").status()).isEqualTo(200);
    }

    @Test
    void operatorsTakeWhatIsParkedAsAFile() {
        sendWithOneOfANewerBuild();
        String operator = TestTokens.shared().token("operadora", null, "OPERATOR");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(projection().at("/details/parked").asLong()).isEqualTo(2));

        assertThat(service.getAs(operator, "/parked?stream=mechanism-consejo&limit=1").body().at("/items/0/type").asString())
                .isEqualTo("mechanism.mechanism-determined.v9");
        assertThat(service.lines("/parked?format=csv", "Authorization", "Bearer " + operator).body())
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("id,reason,stream,version,position,eventId,type,since,partition,offset"),
                        failed -> assertThat(failed).startsWith("mechanism-consejo/2,").contains(",mechanism.mechanism-determined.v9,"),
                        waiting -> assertThat(waiting).startsWith("mechanism-consejo/3,waits for version 2,"));
    }

    @Test
    void aQuestionWithMinPositionWaitsForTheEvent() {
        topic.send(events.subList(0, 1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.get("/agencies/segob").status()).isEqualTo(200));

        CompletableFuture<Answer> question = CompletableFuture.supplyAsync(() -> service.get("/mechanisms/consejo?min-position=1"));
        topic.send(events.subList(1, 2));

        assertThat(question.join().status()).isEqualTo(200);
    }

    @Test
    void aPositionThatDoesNotComeInTimeIsAnsweredWithARetry() {
        topic.send(events.subList(0, 1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.get("/agencies/segob").status()).isEqualTo(200));

        Answer late = service.get("/mechanisms", "Constancia-Min-Position", "1000000");

        assertThat(late.status()).isEqualTo(503);
        assertThat(late.header("retry-after")).isEqualTo("1");
        assertThat(late.body().at("/type").asString()).isEqualTo("/problems/not-visible-yet");
        assertThat(late.body().at("/visibleHead").asLong()).isZero();
    }

    private void sendWithOneOfANewerBuild() {
        topic.send(events.subList(0, 2));
        topic.send(events.get(2), Map.of("ce_type", "mechanism.mechanism-determined.v9"));
        topic.send(events.subList(3, 5));
    }

    private JsonNode projection() {
        return service.get("/actuator/health").body().at("/components/projection");
    }

    private long version(String mechanism) {
        return service.get("/mechanisms/" + mechanism).body().at("/version").asLong(0);
    }
}
