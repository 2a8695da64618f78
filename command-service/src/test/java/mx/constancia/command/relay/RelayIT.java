package mx.constancia.command.relay;

import static mx.constancia.command.eventlog.TestLog.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.zaxxer.hikari.HikariDataSource;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.command.LogDatabase;
import mx.constancia.command.eventlog.AppendResult;
import mx.constancia.command.eventlog.TestLog;
import mx.constancia.events.StoredEvent;
import mx.constancia.testing.OwnKafka;
import mx.constancia.testing.Parts;

class RelayIT {

    private static final int STREAMS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LogDatabase database = LogDatabase.migrated(Parts.postgres().newDatabase());
    private final String kafka = Parts.kafka().bootstrapServers();
    private final RelayProperties properties = TestRelay.properties(Parts.kafka().newPrefix());
    private TestLog node;

    @BeforeEach
    void start() {
        node = TestLog.on(database);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void everyEventComesToBothTopicsInTheOrderOfItsStream() {
        try (TestRelay relay = TestRelay.of(node, kafka, properties)) {
            record(0, 100);

            try (TopicReader all = new TopicReader(kafka, properties.eventsTopic()).readUpTo(1000);
                    TopicReader open = new TopicReader(kafka, properties.publicTopic()).readUpTo(1000)) {
                List<StoredEvent> log = node.log.readFrom(0, 1000);
                assertThat(Set.copyOf(all.events())).isEqualTo(Set.copyOf(log));
                assertThat(Set.copyOf(open.events()))
                        .isEqualTo(log.stream().map(StoredEvent::publicOnly).collect(Collectors.toSet()));
                assertThat(all.firstOccurrences()).isEqualTo(inOrder(100)).isEqualTo(open.firstOccurrences());
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lagEvents()).isZero());
            assertThat(relay.status.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void thePublicTopicHoldsNothingRestricted() {
        try (TestRelay relay = TestRelay.of(node, kafka, properties)) {
            record(0, 1);

            try (TopicReader open = new TopicReader(kafka, properties.publicTopic()).readUpTo(STREAMS)) {
                assertThat(relay.isActive()).isTrue();
                assertThat(open.records).allSatisfy(record -> {
                    assertThat(new String(record.value())).doesNotContain("\"secret\"");
                    assertThat(new String(record.headers().lastHeader("ce_dataclassification").value())).isEqualTo("public");
                });
            }
        }
    }

    @Test
    void theCloudEventsSdkReadsARelayedRecord() {
        try (TestRelay relay = TestRelay.of(node, kafka, properties);
                CloudEventDeserializer sdk = new CloudEventDeserializer()) {
            record(0, 1);

            try (TopicReader all = new TopicReader(kafka, properties.eventsTopic()).readUpTo(STREAMS)) {
                assertThat(relay.isActive()).isTrue();
                ConsumerRecord<String, byte[]> record = all.records.getFirst();
                StoredEvent event = all.events().getFirst();
                CloudEvent cloudEvent = sdk.deserialize(record.topic(), record.headers(), record.value());
                assertThat(cloudEvent.getId()).isEqualTo(event.eventId());
                assertThat(cloudEvent.getSource()).hasToString("urn:test:log");
                assertThat(cloudEvent.getDataSchema()).hasToString("urn:test:schema:test.noted.v1.json");
                assertThat(cloudEvent.getSubject()).isEqualTo(event.streamId());
                assertThat(cloudEvent.getExtension("streamversion")).isEqualTo("1");
            }
        }
    }

    @Test
    void theTopicsThatItCreatesKeepEverythingForEver() throws Exception {
        try (TestRelay relay = TestRelay.of(node, kafka, properties); Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            record(0, 1);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lagEvents()).isZero());

            assertThat(relay.isActive()).isTrue();
            assertThat(settingsOf(admin, properties.eventsTopic())).containsEntry("retention.ms", "-1")
                    .containsEntry("cleanup.policy", "delete").containsEntry("min.insync.replicas", "1");
            assertThat(admin.describeTopics(List.of(properties.publicTopic())).allTopicNames().get().values())
                    .singleElement().satisfies(topic -> assertThat(topic.partitions()).hasSize(6));
        }
    }

    @Test
    void aStandbyTakesOverWhenTheActiveRelayLosesItsConnection() {
        try (TestLog otherNode = TestLog.on(database); TestRelay first = TestRelay.of(node, kafka, properties)) {
            await().atMost(PATIENCE).until(first::isActive);
            try (TestRelay second = TestRelay.of(otherNode, kafka, properties)) {
                record(0, 20);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(lagEvents()).isZero());
                assertThat(second.isActive()).isFalse();

                first.cutOff();
                killTheLockHolder();
                record(20, 20);

                await().atMost(PATIENCE).until(second::isActive);
                try (TopicReader all = new TopicReader(kafka, properties.eventsTopic()).readUpTo(400)) {
                    assertThat(all.firstOccurrences()).isEqualTo(inOrder(40));
                }
                assertThat(first.isActive()).isFalse();
                assertThat(first.status.health().getStatus()).isEqualTo(Status.DOWN);
            }
        }
    }

    @Test
    void theNextRelayBeginsWhereTheLastOneStopped() {
        try (TestRelay first = TestRelay.of(node, kafka, properties)) {
            record(0, 5);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lagEvents()).isZero());
            assertThat(first.isActive()).isTrue();
        }
        record(5, 5);

        try (TestRelay second = TestRelay.of(node, kafka, properties);
                TopicReader all = new TopicReader(kafka, properties.eventsTopic()).readUpTo(100)) {
            assertThat(second.isActive()).isTrue();
            assertThat(all.firstOccurrences()).isEqualTo(inOrder(10));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(node.meters.get("constancia.relay.sent").counter().count()).isEqualTo(100));
        }
    }

    @Test
    void whileKafkaIsAwayEventsAreRecordedAndNothingIsLost() {
        try (OwnKafka broker = Parts.ownKafka(); TestRelay relay = TestRelay.of(node, broker.bootstrapServers(), properties)) {
            record(0, 5);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lagEvents()).isZero());

            broker.stop();
            record(5, 20);

            await().atMost(PATIENCE)
                    .until(() -> relay.status.health().getStatus().equals(Status.DOWN));
            assertThat(lagEvents()).isEqualTo(200);

            broker.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lagEvents()).isZero());
            try (TopicReader all = new TopicReader(broker.bootstrapServers(), properties.eventsTopic()).readUpTo(250)) {
                assertThat(all.firstOccurrences()).isEqualTo(inOrder(25));
            }
            await().atMost(PATIENCE).until(() -> relay.status.health().getStatus().equals(Status.UP));
        }
    }

    @Test
    void whileAnAlarmOfTheLedgerStandsNothingIsSentAndAfterwardsEverythingIs() {
        try (TestRelay relay = TestRelay.of(node, kafka, properties)) {
            record(0, 5);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lagEvents()).isZero());

            relay.alarm.raise(17, "the event is not the one that was signed");
            record(5, 5);

            await().atMost(PATIENCE).until(() -> relay.status.health().getStatus().equals(Status.DOWN));
            assertThat(relay.status.health().getDetails()).containsEntry("alarm", "position 17: the event is not the one that was signed");
            assertThat(node.meters.get("constancia.relay.held").gauge().value()).isEqualTo(1);
            assertThat(lagEvents()).isEqualTo(50);

            relay.alarm.lift();
            try (TopicReader all = new TopicReader(kafka, properties.eventsTopic()).readUpTo(100)) {
                assertThat(all.firstOccurrences()).isEqualTo(inOrder(10));
            }
            await().atMost(PATIENCE).until(() -> relay.status.health().getStatus().equals(Status.UP));
        }
    }

    @Test
    void anAlarmThatStandsAtTheStartKeepsTheRelayOfEveryNodeFromSending() {
        new StandingAlarm(JdbcClient.create(node.dataSource), Clock.systemUTC()).raise(0, "this database is older than what it published");
        record(0, 5);
        try (TestRelay relay = TestRelay.of(node, kafka, properties)) {
            await().atMost(PATIENCE).until(() -> relay.status.health().getDetails().containsKey("alarm"));
            assertThat(relay.isActive()).isTrue();
            assertThat(lagEvents()).isEqualTo(50);
        }
    }

    /** Records that many events in each stream, one by one. */
    private void record(int fromVersion, int events) {
        for (int version = fromVersion; version < fromVersion + events; version++) {
            for (int stream = 0; stream < STREAMS; stream++) {
                assertThat(node.writer.append(append("mechanism-" + stream, version, 1))).isInstanceOf(AppendResult.Appended.class);
            }
        }
    }

    private static Map<String, List<Long>> inOrder(int events) {
        return LongStream.range(0, STREAMS).boxed().collect(Collectors.toMap(
                stream -> "mechanism-" + stream, stream -> LongStream.rangeClosed(1, events).boxed().toList()));
    }

    private long lagEvents() {
        return JdbcClient.create(node.dataSource).sql(Lag.QUERY).query((row, number) -> Lag.of(row)).single().events();
    }

    private void killTheLockHolder() {
        try (HikariDataSource owner = database.asOwner()) {
            assertThat(JdbcClient.create(owner).sql("""
                    select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
                    where l.locktype = 'advisory' and d.datname = current_database()""").query(Boolean.class).list())
                    .containsExactly(true);
        }
    }

    private static Map<String, String> settingsOf(Admin admin, String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).entries().stream()
                .collect(Collectors.toMap(entry -> entry.name(), entry -> String.valueOf(entry.value())));
    }
}
