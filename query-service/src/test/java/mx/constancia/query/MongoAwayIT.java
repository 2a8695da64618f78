package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.Generations;
import mx.constancia.query.store.View;
import mx.constancia.query.stream.LiveClient;
import mx.constancia.testing.Parts;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MongoDB goes away and comes back with everything that it had, while events are projected and questions are answered. */
class MongoAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A prime number of bytes, so that connections break in the middle of requests of all kinds. */
    private static final int BYTES = 30_011;
    private static final int CUTS = 12;

    private final History history = new History().agency("segob");
    private final ConnectionString mongo = new ConnectionString(Parts.mongo().newDatabaseUri());
    private Cable cable;
    private Topic topic;
    private RunningQueryService service;

    @BeforeEach
    void aLogIsProjectedOverACable() throws IOException {
        ServerAddress server = new ServerAddress(mongo.getHosts().getFirst());
        cable = new Cable(server.getHost(), server.getPort());
        topic = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "events");
        record(10);
        service = RunningQueryService.start(Parts.kafka().bootstrapServers(),
                "mongodb://localhost:" + cable.port() + "/" + mongo.getDatabase() + "?directConnection=true", topic.name(),
                "--constancia.store.timeout=500ms", "--spring.kafka.consumer.max-poll-records=50");
        awaitHead();
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        topic.close();
        cable.close();
    }

    @Test
    void questionsAreRefusedWhileMongoDbIsAwayAndAnsweredAgainWhenItIsBack() {
        cable.cutAfter(0);

        Answer refused = service.get("/mechanisms/consejo-1");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
        assertThat(refused.body().at("/type").asString()).isEqualTo("/problems/views-unavailable");
        for (String path : List.of("/events", "/timeline", "/mechanisms/consejo-1/timeline", "/totals?by=agency", "/stream", "/events/event-1/receipt")) {
            assertThat(service.get(path).status()).as(path).isEqualTo(503);
        }
        cable.mend();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.get("/mechanisms/consejo-1").status()).isEqualTo(200));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200));
    }

    @Test
    void whatIsRecordedMeanwhileIsProjectedOnceAndWholeWhereverTheConnectionsBreak() {
        record(200);
        for (int cut = 0; cut < CUTS; cut++) {
            cable.cutAfter(BYTES);
            record(20);
            await().atMost(PATIENCE).until(cable::isCut);
            record(20);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.get("/mechanisms").status()).isEqualTo(503));
            cable.mend();
        }

        awaitHead();
        assertThat(documents(mongo)).isEqualTo(documentsOfAnUndisturbedNode());
    }

    @Test
    void aLiveStreamGoesOnWithoutAHoleOrADuplicate() {
        List<Long> ids = new ArrayList<>();
        LiveClient client = LiveClient.open(service, "/stream?from=0");
        try {
            long known = history.last().position();
            await().atMost(PATIENCE).until(() -> client.ids().contains(known));
            cable.cutAfter(0);
            record(100);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.get("/mechanisms").status()).isEqualTo(503));
            cable.mend();
            awaitHead();
            long last = history.last().position();
            await().atMost(PATIENCE).until(() -> client.hasEnded() || client.ids().contains(last));
            ids.addAll(client.ids());
        } finally {
            client.close();
        }

        long last = history.last().position();
        if (ids.getLast() < last) {
            // It was reading at that moment, was told so, and resumes as a browser does.
            assertThat(client.text()).contains("event: cut-off", "views-unavailable");
            try (LiveClient again = LiveClient.open(service, "/stream", "Last-Event-ID", Long.toString(ids.getLast()))) {
                await().atMost(PATIENCE).until(() -> again.ids().contains(last));
                ids.addAll(again.ids());
            }
        }
        assertThat(ids).isEqualTo(LongStream.rangeClosed(0, last).boxed().toList());
    }

    /** So many mechanisms more, with a call each. */
    private void record(int count) {
        int before = history.events().size() == 1 ? 0 : history.events().size();
        for (int number = 0; number < count; number++) {
            String mechanism = "consejo-" + history.events().size();
            history.proposed(mechanism, "segob", "Consejo").called(mechanism, "segob", "C-1");
        }
        topic.send(history.events().subList(before, history.events().size()));
    }

    private void awaitHead() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() ->
                assertThat(service.bean(VisibleHead.class).refresh()).isEqualTo(history.last().position()));
    }

    private static Map<View, Map<String, Document>> documents(ConnectionString address) {
        try (MongoClient direct = MongoClients.create(address)) {
            return Views.documents(direct.getDatabase(address.getDatabase()), Generations.FIRST);
        }
    }

    private Map<View, Map<String, Document>> documentsOfAnUndisturbedNode() {
        ConnectionString other = new ConnectionString(Parts.mongo().newDatabaseUri());
        try (RunningQueryService alone = RunningQueryService.start(Parts.kafka().bootstrapServers(), other.getConnectionString(), topic.name(),
                "--constancia.projection.group=alone-" + topic.name())) {
            await().atMost(PATIENCE).untilAsserted(() ->
                    assertThat(alone.bean(VisibleHead.class).refresh()).isEqualTo(history.last().position()));
            return documents(other);
        }
    }
}
