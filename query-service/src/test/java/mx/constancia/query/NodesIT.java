package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.Generations;
import mx.constancia.query.store.View;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestTokens;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes share the partitions of one topic and write the views together, while some of them come and go. */
class NodesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int MECHANISMS = 40;

    private final History history = new History().agency("segob");
    private final String mongo = Parts.mongo().newDatabaseUri();
    private final List<RunningQueryService> nodes = new ArrayList<>();
    private MongoClient client;
    private Topic topic;

    @TempDir
    private Path logs;

    @BeforeEach
    void aLongLog() {
        client = MongoClients.create(mongo);
        topic = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "events");
        for (int number = 0; number < MECHANISMS; number++) {
            history.proposed("consejo-" + number, "segob", "Consejo " + number).determined("consejo-" + number, "segob");
        }
        for (int round = 0; round < 20; round++) {
            for (int number = 0; number < MECHANISMS; number++) {
                history.called("consejo-" + number, "segob", "C-" + round);
            }
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(RunningQueryService::close);
        topic.close();
        client.close();
    }

    @Test
    void nodesThatComeAndGoInTheMiddleOfBatchesLeaveTheFoldOfTheLog() {
        List<StoredEvent> events = history.events();
        RunningQueryService first = start();
        topic.send(events.subList(0, 300));
        RunningQueryService second = start();
        topic.send(events.subList(300, 500));
        try (HangingNode third = HangingNode.join(topic.name(), group())) {
            topic.send(events.subList(500, 700));
        }
        first.close();
        nodes.remove(first);
        topic.send(events.subList(700, events.size()));

        awaitHead(second);

        assertThat(Views.documents(database(), Generations.FIRST)).isEqualTo(documentsOfOneNode());
    }

    @Test
    void aNodeThatIsKilledInTheMiddleOfItsWorkIsTakenOverFrom() throws IOException, InterruptedException {
        topic.send(history.events());
        Process killed = child();
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() ->
                    database().getCollection(View.TIMELINE.collection()).find().first() != null);
        } finally {
            killed.destroyForcibly().waitFor();
        }

        awaitHead(start());

        assertThat(Views.documents(database(), Generations.FIRST)).isEqualTo(documentsOfOneNode());
    }

    /** The service in a process of its own, with small batches, so that it has many to die in. */
    private Process child() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                QueryServiceApplication.class.getName(), "--server.port=0", "--spring.mongodb.uri=" + mongo,
                "--spring.kafka.bootstrap-servers=" + Parts.kafka().bootstrapServers(), "--spring.kafka.consumer.max-poll-records=10",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.shared().issuer(),
                "--constancia.projection.topic=" + topic.name(), "--constancia.projection.group=" + topic.name(),
                "--constancia.projection.watch=200ms").redirectErrorStream(true).redirectOutput(Files.createFile(logs.resolve("child.log")).toFile())
                .start();
    }

    private RunningQueryService start() {
        RunningQueryService node = RunningQueryService.start(Parts.kafka().bootstrapServers(), mongo, topic.name(),
                "--spring.kafka.consumer.max-poll-records=50");
        nodes.add(node);
        return node;
    }

    private String group() {
        return topic.name() + "-v" + View.VERSION + "-g1";
    }

    private void awaitHead(RunningQueryService node) {
        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(node.bean(VisibleHead.class).refresh()).isEqualTo(history.last().position()));
    }

    private MongoDatabase database() {
        return client.getDatabase(new ConnectionString(mongo).getDatabase());
    }

    private Map<View, Map<String, Document>> documentsOfOneNode() {
        ConnectionString other = new ConnectionString(Parts.mongo().newDatabaseUri());
        try (RunningQueryService alone = RunningQueryService.start(Parts.kafka().bootstrapServers(), other.getConnectionString(), topic.name(),
                "--constancia.projection.group=alone-" + topic.name())) {
            awaitHead(alone);
            return Views.documents(client.getDatabase(other.getDatabase()), Generations.FIRST);
        }
    }
}
