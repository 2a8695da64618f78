package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import com.mongodb.client.MongoDatabase;

import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.testing.OwnMongo;
import mx.constancia.testing.Parts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MongoDB goes away, and the read models with it. */
class ViewsLostIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final History history = new History().agency("segob").proposed("consejo", "segob", "Consejo").determined("consejo", "segob");
    private OwnMongo mongo;
    private Topic topic;
    private RunningQueryService service;

    @BeforeEach
    void aLogIsProjected() {
        mongo = Parts.ownMongo();
        topic = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "events");
        topic.send(history.events());
        service = RunningQueryService.start(Parts.kafka().bootstrapServers(), mongo.connectionString("views"), topic.name(),
                "--constancia.store.timeout=500ms");
        awaitVersion(2);
    }

    @AfterEach
    void stop() {
        service.close();
        topic.close();
        mongo.close();
    }

    @Test
    void questionsAreRefusedWhileMongoDbIsAwayAndTheViewsAreBuiltAgainWhenItComesBackEmpty() {
        mongo.stop();

        Answer refused = service.get("/mechanisms/consejo");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("retry-after")).isEqualTo("1");
        assertThat(refused.body().at("/type").asString()).isEqualTo("/problems/views-unavailable");
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(service.get("/actuator/health").body().at("/components/mongo/status").asString()).isEqualTo("DOWN");
        assertThat(service.get("/actuator/health").body().at("/components/kafka/status").asString()).isEqualTo("UP");

        history.called("consejo", "segob", "C-1");
        topic.send(history.events().subList(3, 4));
        mongo.start();

        awaitVersion(3);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200));
        assertThat(service.get("/mechanisms/consejo/timeline").body().at("/items").size()).isEqualTo(3);
        assertThat(service.get("/agencies/segob").status()).isEqualTo(200);
    }

    @Test
    void viewsThatAreDroppedWhileNothingHappensAreBuiltAgain() {
        service.bean(MongoDatabase.class).drop();

        awaitVersion(2);
        assertThat(service.get("/agencies/segob?min-position=2").status()).isEqualTo(200);
    }

    private void awaitVersion(long version) {
        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(service.get("/mechanisms/consejo").body().at("/version").asLong(0)).isEqualTo(version));
    }
}
