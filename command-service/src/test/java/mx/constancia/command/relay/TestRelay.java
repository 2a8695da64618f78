package mx.constancia.command.relay;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.command.election.ConnectionSource;
import mx.constancia.command.eventlog.TestLog;
import mx.constancia.command.kafka.KafkaTopics;
import mx.constancia.events.CloudEventBinding;

/** The relay of one node; the ledger's writer is active on another one. */
final class TestRelay implements AutoCloseable {

    final RelayStatus status;
    final StandingAlarm alarm;
    private final Relay relay;
    private final ScheduledExecutorService ledger = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean cutOff = new AtomicBoolean();

    private TestRelay(TestLog node, String bootstrapServers, RelayProperties properties) {
        Map<String, Object> kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        CloudEventBinding binding = new CloudEventBinding("urn:test:log", "urn:test:schema:");
        status = new RelayStatus(node.meters, Clock.systemUTC());
        alarm = new StandingAlarm(JdbcClient.create(node.dataSource), Clock.systemUTC());
        ConnectionSource connections = ConnectionSource.like(node.dataSource);
        RelaySource source = new RelaySource(() -> {
            if (cutOff.get()) {
                throw new SQLException("cut off");
            }
            return connections.open();
        }, JdbcClient.create(node.dataSource), node.log, node.committed, alarm);
        relay = new Relay(source, new KafkaTopics(kafka, RelayConfiguration.topics(properties)),
                () -> new EventPublisher(EventPublisher.producer(kafka, properties), binding, properties, node.meters), status, properties);
        ledger.scheduleAtFixedRate(alarm::leaveToAnotherNode, 0, 20, TimeUnit.MILLISECONDS);
        relay.start();
    }

    static RelayProperties properties(String topicPrefix) {
        return new RelayProperties(topicPrefix + "events", topicPrefix + "events.public", (short) 1, (short) 1, 100, 100_000,
                Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofSeconds(8), Duration.ofMillis(500));
    }

    static TestRelay of(TestLog node, String bootstrapServers, RelayProperties properties) {
        return new TestRelay(node, bootstrapServers, properties);
    }

    boolean isActive() {
        return "active".equals(status.health().getDetails().get("role"));
    }

    /** From now on the database is out of reach for new elections of this node. */
    void cutOff() {
        cutOff.set(true);
    }

    @Override
    public void close() {
        relay.stop();
        ledger.shutdownNow();
    }
}
