package mx.constancia.command.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.command.election.ConnectionSource;
import mx.constancia.command.eventlog.TestLog;
import mx.constancia.command.kafka.KafkaTopics;
import mx.constancia.command.ledger.tree.Cosigning;
import mx.constancia.command.ledger.tree.LogKeys;
import mx.constancia.command.ledger.tree.Scrub;
import mx.constancia.command.ledger.tree.Served;
import mx.constancia.command.relay.RelayProperties;
import mx.constancia.command.relay.StandingAlarm;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.testing.Parts;

/** The ledger writer of one node, with its scrubber. */
final class TestLedger implements AutoCloseable {

    static final LogKeys KEYS = new LogKeys("constancia.test/ledger",
            List.of(Ed25519Key.ofSeed("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII))));

    final LedgerStatus status;
    private final LedgerWriter writer;
    private final Scrubber scrubber;

    private TestLedger(TestLog node, String topic, Cosigning witnesses) {
        LedgerProperties properties = new LedgerProperties("", "", "", false, "", topic, Duration.ofMillis(50), Duration.ofMillis(20),
                Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(2), 25_600);
        RelayProperties relay = new RelayProperties("unused", "unused", (short) 1, (short) 1, 100, 100_000, Duration.ZERO, Duration.ZERO, Duration.ZERO,
                Duration.ZERO, Duration.ZERO);
        Map<String, Object> client = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, Parts.kafka().bootstrapServers());
        Clock clock = Clock.systemUTC();
        status = new LedgerStatus(node.meters, clock);
        writer = new LedgerWriter(new LedgerParts(ConnectionSource.like(node.dataSource),
                new KafkaTopics(client, List.of(LedgerConfiguration.topic(properties, relay))), client,
                LedgerConfiguration.source(node.log), witnesses, KEYS, properties, clock), status,
                new StandingAlarm(JdbcClient.create(node.dataSource), clock), properties);
        scrubber = new Scrubber(new Scrub(LedgerConfiguration.source(node.log), JdbcLedgerTables.over(node.dataSource, clock)), status,
                properties.scrubRate());
        writer.start();
        scrubber.start();
    }

    static TestLedger on(TestLog node, String topic) {
        return on(node, topic, Cosigning.none());
    }

    static TestLedger on(TestLog node, String topic, Cosigning witnesses) {
        return new TestLedger(node, topic, witnesses);
    }

    long published() {
        return (long) status.health().getDetails().get("published");
    }

    boolean isActive() {
        return status.isActive();
    }

    /** Whether the alarm is about this position. */
    boolean alarmsAt(long position) {
        Health health = status.health();
        return health.getStatus().equals(Status.DOWN) && Long.valueOf(position).equals(health.getDetails().get("position"));
    }

    /** Reads the topic from its beginning, and keeps the newest record of each key. */
    static Served served(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        Map<String, byte[]> files = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Parts.kafka().bootstrapServers()),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> files.put(record.key(), record.value()));
            }
        }
        return Served.of(files);
    }

    @Override
    public void close() {
        scrubber.stop();
        writer.stop();
    }
}
