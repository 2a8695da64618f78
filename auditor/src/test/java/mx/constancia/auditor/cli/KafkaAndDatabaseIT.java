package mx.constancia.auditor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.constancia.auditor.cli.CommandLineTest.Ran;
import mx.constancia.auditor.sample.Keys;
import mx.constancia.auditor.sample.SampleLog;
import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.Topics;
import mx.constancia.testing.OwnKafka;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestDatabase;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's rows, its Kafka records and its entries, compared with each other, on real parts. */
class KafkaAndDatabaseIT {

    private static final SampleLog LOG = SampleLog.of(600);
    private static final CloudEventBinding BINDING = new CloudEventBinding("//example.org/mecanismos", "https://example.org/schemas/");

    private static OwnKafka kafka;
    private static TestDatabase database;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void publish() throws Exception {
        kafka = Parts.ownKafka();
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topics.LEDGER, 1, (short) 1), new NewTopic(Topics.PUBLIC_EVENTS, 3, (short) 1),
                    new NewTopic("tampered", 3, (short) 1))).all().get();
        }
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            // The widest of each tile only, as compaction leaves it: wider than the checkpoint that comes later.
            SampleLog.of(620).files(Keys.log(), 620).forEach((path, bytes) -> {
                if (path.startsWith("tile/")) {
                    send(producer, path.replaceFirst("\\.p/.*", ""), bytes);
                }
            });
            Map<String, byte[]> files = LOG.files(Keys.log(), 600);
            send(producer, "vkey", files.get("vkey"));
            send(producer, "checkpoint", files.get("checkpoint"));
            LOG.events().forEach(event -> send(producer, Topics.PUBLIC_EVENTS, event.publicOnly()));
            // As after a crash of the relay.
            LOG.events().subList(580, 600).forEach(event -> send(producer, Topics.PUBLIC_EVENTS, event.publicOnly()));
            LOG.events().forEach(event -> send(producer, "tampered", event.position() == 299 ? changed(event) : event));
            send(producer, "tampered", changed(LOG.event(7)));
        }
        database = Parts.postgres().newDatabase();
        insert();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void entriesRecordsAndRowsAgree() {
        Ran ran = verify("--kafka", kafka.bootstrapServers(), "--jdbc", jdbc());

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("600 entries in 3 bundles", "kafka://", Topics.PUBLIC_EVENTS, "jdbc:postgresql:", "restricted parts");
    }

    @Test
    void aRecordThatSaysSomethingElseIsFoundAlsoWhenItIsASecondOne() {
        Ran ran = verify("--kafka", kafka.bootstrapServers(), "--kafka-topic", "tampered");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("EVENT_CHANGED · position 299 · kafka://", "EVENT_CHANGED · position 7 · kafka://");
    }

    @Test
    void aRowThatWasChangedBehindTheTriggersBackIsFoundInTheDatabaseOnly() throws SQLException {
        execute("update event_log set public_part = replace(public_part, 'ORDINARY', 'EXTRAORDINARY') where position = 301");
        try {
            Ran ran = verify("--kafka", kafka.bootstrapServers(), "--jdbc", jdbc());

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).containsOnlyOnce("EVENT_CHANGED").contains("EVENT_CHANGED · position 301 · jdbc:", "different: publicDigest");
        } finally {
            execute("update event_log set public_part = replace(public_part, 'EXTRAORDINARY', 'ORDINARY') where position = 301");
        }
    }

    @Test
    void theNewestRowsMissingAreFound() throws SQLException {
        execute("delete from event_log where position >= 598");
        try {
            assertThat(verify("--kafka", kafka.bootstrapServers(), "--jdbc", jdbc()).out())
                    .contains("EVENT_MISSING · positions 598 to 599 · jdbc:");
        } finally {
            execute("delete from event_log");
            insert();
        }
    }

    @Test
    void aBrokerThatIsAwayIsThree() {
        assertThat(verify("--kafka", "localhost:1").code()).isEqualTo(3);
    }

    private Ran verify(String... sources) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--lang", "en", "--state", temporary.resolve("state").toString()));
        arguments.addAll(List.of(sources));
        return CommandLineTest.run(arguments.toArray(String[]::new));
    }

    private static String jdbc() {
        return database.jdbcUrl() + (database.jdbcUrl().contains("?") ? "&" : "?") + "user=" + database.user() + "&password=" + database.password();
    }

    private static StoredEvent changed(StoredEvent event) {
        return new StoredEvent(event.position(), event.eventId(), event.streamId(), event.version(), event.type(), event.recordedAt(),
                event.envelope().replace("oficial-1", "oficial-2"), event.publicPart(), event.restrictedPart(), event.restrictedDigest(),
                event.restrictedSalt());
    }

    private static void send(Producer<byte[], byte[]> producer, String path, byte[] bytes) {
        producer.send(new ProducerRecord<>(Topics.LEDGER, path.getBytes(StandardCharsets.UTF_8), bytes));
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, StoredEvent event) {
        var row = new ProducerRecord<>(topic, event.streamId().getBytes(StandardCharsets.UTF_8), BINDING.value(event));
        BINDING.headers(event).forEach((name, value) -> row.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(row);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void insert() throws SQLException {
        execute("""
                create table if not exists event_log (position bigint primary key, event_id text, stream_id text, version bigint, type text,
                    recorded_at timestamptz(3), envelope text, public_part text, restricted_part text, restricted_digest text, restricted_salt text)
                """);
        try (Connection connection = connection();
                PreparedStatement row = connection.prepareStatement("insert into event_log values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (StoredEvent event : LOG.events()) {
                row.setLong(1, event.position());
                row.setString(2, event.eventId());
                row.setString(3, event.streamId());
                row.setLong(4, event.version());
                row.setString(5, event.type());
                row.setObject(6, event.recordedAt().atOffset(ZoneOffset.UTC));
                row.setString(7, event.envelope());
                row.setString(8, event.publicPart());
                row.setString(9, event.restrictedPart());
                row.setString(10, event.restrictedDigest());
                row.setString(11, event.restrictedSalt());
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
