package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import mx.constancia.testing.OwnKafka;
import mx.constancia.testing.Parts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka goes away, or comes back with another history. */
class TopicFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final History history = new History().agency("segob").proposed("consejo", "segob", "Consejo").determined("consejo", "segob");
    private OwnKafka kafka;
    private Topic topic;
    private RunningQueryService service;

    @BeforeEach
    void aLogIsProjected() {
        kafka = Parts.ownKafka();
        topic = Topic.create(kafka.bootstrapServers(), "events");
        topic.send(history.events());
        service = RunningQueryService.start(kafka.bootstrapServers(), Parts.mongo().newDatabaseUri(), topic.name());
        awaitVersion(2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200));
    }

    @AfterEach
    void stop() {
        service.close();
        topic.close();
        kafka.close();
    }

    @Test
    void questionsAreAnsweredWhileKafkaIsAwayAndTheProjectionGoesOnWhenItIsBack() {
        kafka.stop();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status("kafka")).isEqualTo("DOWN"));
        assertThat(service.get("/mechanisms/consejo").status()).isEqualTo(200);
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);

        kafka.start();
        history.called("consejo", "segob", "C-1");
        topic.send(history.events().subList(3, 4));

        awaitVersion(3);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status("kafka")).isEqualTo("UP"));
    }

    @Test
    void aTopicThatWasCreatedAnewIsRefusedAndTheViewsStay() {
        topic.recreate();
        topic.send(history.events().subList(0, 1));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status("projection")).isEqualTo("DOWN"));
        assertThat(service.get("/actuator/health").body().at("/components/projection/details/refused").asString()).contains("topic");
        assertThat(service.get("/mechanisms/consejo").body().at("/version").asLong()).isEqualTo(2);
    }

    private String status(String part) {
        return service.get("/actuator/health").body().at("/components/" + part + "/status").asString();
    }

    private void awaitVersion(long version) {
        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(service.get("/mechanisms/consejo").body().at("/version").asLong(0)).isEqualTo(version));
    }
}
