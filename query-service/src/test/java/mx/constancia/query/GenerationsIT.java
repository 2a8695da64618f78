package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

import mx.constancia.events.installation.RebuildCancelled;
import mx.constancia.events.installation.RebuildRequested;
import mx.constancia.history.InstallationState;
import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.View;
import mx.constancia.query.stream.LiveClient;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** Views are built anew beside those that serve. */
class GenerationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final History history = new History().agency("segob");
    private final String mongo = Parts.mongo().newDatabaseUri();
    private Topic topic;
    private int sent;
    private RunningQueryService service;

    @BeforeEach
    void aLogIsProjected() {
        for (int number = 1; number <= 20; number++) {
            String id = "consejo-" + number;
            history.proposed(id, "segob", "Consejo " + number).determined(id, "segob").called(id, "segob", "C-1").appointed(id, "segob", "A-1");
        }
        topic = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "events");
        service = start();
        send();
        awaitHead();
    }

    @AfterEach
    void stop() {
        service.close();
        topic.close();
    }

    @Test
    void aRebuildTakesOverWithTheSameDocumentsAndWithoutAGap() {
        VisibleHead head = service.bean(VisibleHead.class);
        AtomicLong highest = new AtomicLong(head.current());

        orderRebuild();

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            assertThat(service.get("/mechanisms/consejo-7").status()).isEqualTo(200);
            long now = head.current();
            assertThat(now).isGreaterThanOrEqualTo(highest.getAndSet(now));
            assertThat(rebuild().at("/living").asInt()).isEqualTo(2);
        });
        assertThat(rebuild().at("/last/outcome").asString()).isEqualTo("SWAPPED");
        assertThat(Views.documents(database(), 2)).isEqualTo(Views.documents(database(), 1));

        history.separated("consejo-7", "segob", "A-1");
        send();

        awaitHead();
        assertThat(service.get("/mechanisms/consejo-7").body().at("/version").asLong()).isEqualTo(5);
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void aDashboardThatStaysConnectedGetsTheCountersOfTheNewViews() {
        database().getCollection(View.MECHANISMS.collection(1)).deleteOne(Filters.eq("_id", "consejo-7"));
        String path = "/stream/totals?agency=segob";
        try (LiveClient dashboard = LiveClient.open(service, path)) {
            await().atMost(PATIENCE).until(() -> dashboard.text().contains("\"mechanisms\":19"));

            orderRebuild();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rebuild().at("/living").asInt()).isEqualTo(2));
            await().atMost(PATIENCE).until(() -> dashboard.text().contains("\"mechanisms\":20"));
            assertThat(dashboard.ids().getLast()).isEqualTo(history.last().position());
            assertThat(dashboard.text().substring(dashboard.text().lastIndexOf("event: totals"))).contains("\"events\":81", "\"mechanisms\":20");
        }
        try (LiveClient again = LiveClient.open(service, path, "Last-Event-ID", Long.toString(history.last().position()))) {
            await().atMost(PATIENCE).until(() -> again.text().contains("\"mechanisms\":20"));
        }
        assertThat(service.get("/totals?by=agency&agency=segob").body().at("/number").asLong()).isEqualTo(81);
    }

    @Test
    void anOrderThatIsReadAgainBeginsNothing() {
        orderRebuild();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rebuild().at("/living").asInt()).isEqualTo(2));

        service.close();
        database(database -> database.drop());
        service = start();
        awaitHead();
        history.proposed("comite", "segob", "Comité");
        send();
        awaitHead();

        assertThat(rebuild().at("/living").asInt()).isEqualTo(1);
        assertThat(rebuild().has("building")).isFalse();
        assertThat(rebuild().has("last")).isFalse();
    }

    @Test
    void aRebuildSurvivesARestartAndIsCancelledByAnOrder() {
        try (HangingNode hanging = HangingNode.join(topic.name(), topic.name() + "-v" + View.VERSION + "-g2")) {
            orderRebuild();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rebuild().at("/building/percent").asDouble(100)).isBetween(1.0, 99.0));

            service.close();
            service = start("--constancia.projection.keep-retired=1s");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rebuild().at("/building/generation").asInt()).isEqualTo(2));
            history.record(InstallationState.STREAM, InstallationState.THIS, new RebuildCancelled("De noche"));
            send();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rebuild().at("/last/outcome").asString()).isEqualTo("CANCELLED"));
        }
        assertThat(rebuild().at("/living").asInt()).isEqualTo(1);
        assertThat(rebuild().has("building")).isFalse();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(collections()).noneMatch(name -> name.endsWith("_g2")));
    }

    @Test
    void aRebuildGoesOnAfterARestart() {
        try (HangingNode hanging = HangingNode.join(topic.name(), topic.name() + "-v" + View.VERSION + "-g2")) {
            orderRebuild();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rebuild().at("/building/percent").asDouble(100)).isBetween(1.0, 99.0));
            service.close();
        }

        service = start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rebuild().at("/living").asInt()).isEqualTo(2));
        awaitHead();
        assertThat(service.get("/mechanisms/consejo-20").body().at("/version").asLong()).isEqualTo(4);
    }

    @Test
    void aRebuildThatWouldMakeSomethingVanishIsRefused() {
        topic.deleteBefore(history.events().get(1).streamId(), 1);

        orderRebuild();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rebuild().at("/last/outcome").asString()).isEqualTo("REFUSED"));
        assertThat(rebuild().at("/living").asInt()).isEqualTo(1);
        awaitHead();
        assertThat(service.get("/mechanisms/consejo-7").body().at("/version").asLong()).isEqualTo(4);
    }

    @Test
    void twoNodesBuildTogetherAndBothGoOver() {
        try (RunningQueryService other = start()) {
            orderRebuild();

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(rebuild(service).at("/living").asInt()).isEqualTo(2);
                assertThat(rebuild(other).at("/living").asInt()).isEqualTo(2);
            });
            history.proposed("comite", "segob", "Comité");
            send();
            for (RunningQueryService each : List.of(service, other)) {
                Answer answer = each.get("/mechanisms/comite?min-position=" + history.last().position());
                assertThat(answer.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void onlyOperatorsSeeHowTheViewsAreKept() {
        assertThat(service.get("/rebuild").status()).isEqualTo(401);
        assertThat(service.getAs(TestTokens.shared().token("oic-1", "segob", "OIC_AUDITOR"), "/rebuild").status()).isEqualTo(403);
        assertThat(service.getAs(TestTokens.shared().token("oic-1", "segob", "OIC_AUDITOR"), "/parked").status()).isEqualTo(403);
    }

    private RunningQueryService start(String... more) {
        List<String> settings = new ArrayList<>(List.of("--constancia.http.min-position-wait=20s", "--constancia.stream.heartbeat=500ms"));
        settings.addAll(List.of(more));
        return RunningQueryService.start(Parts.kafka().bootstrapServers(), mongo, topic.name(), settings.toArray(String[]::new));
    }

    private void orderRebuild() {
        history.record(InstallationState.STREAM, InstallationState.THIS, new RebuildRequested("Vistas nuevas"));
        send();
    }

    private void send() {
        topic.send(history.events().subList(sent, history.events().size()));
        sent = history.events().size();
    }

    private void awaitHead() {
        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(service.bean(VisibleHead.class).refresh()).isEqualTo(history.last().position()));
    }

    private JsonNode rebuild() {
        return rebuild(service);
    }

    private static JsonNode rebuild(RunningQueryService node) {
        return node.getAs(TestTokens.shared().token("admin", null, "OPERATOR"), "/rebuild").body();
    }

    private MongoDatabase database() {
        return service.bean(MongoDatabase.class);
    }

    private List<String> collections() {
        return database().listCollectionNames().into(new ArrayList<>());
    }

    private void database(Consumer<MongoDatabase> work) {
        ConnectionString address = new ConnectionString(mongo);
        try (MongoClient client = MongoClients.create(address)) {
            work.accept(client.getDatabase(address.getDatabase()));
        }
    }
}
