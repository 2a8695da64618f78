package mx.constancia.command.relay;

import static mx.constancia.command.kafka.KafkaClients.settings;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

import io.micrometer.core.instrument.MeterRegistry;

import mx.constancia.command.election.ConnectionSource;
import mx.constancia.command.eventlog.CommitSignal;
import mx.constancia.command.eventlog.EventLog;
import mx.constancia.command.kafka.KafkaClients;
import mx.constancia.command.kafka.KafkaTopics;
import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.Topics;

/** Puts the relay together. */
@Configuration(proxyBeanMethods = false)
public class RelayConfiguration {

    @Bean
    RelayStatus relayHealthIndicator(MeterRegistry registry, Clock clock) {
        return new RelayStatus(registry, clock);
    }

    @Bean
    StandingAlarm standingAlarm(JdbcClient jdbc, Clock clock) {
        return new StandingAlarm(jdbc, clock);
    }

    @Bean
    Relay relay(DataSource dataSource, JdbcClient jdbc, EventLog eventLog, CommitSignal committed, StandingAlarm alarm, KafkaAdmin admin,
            ProducerFactory<?, ?> producers, OriginProperties origin, RelayProperties properties, RelayStatus status,
            MeterRegistry registry) throws SQLException {
        CloudEventBinding binding = new CloudEventBinding(origin.origin(), origin.schemaBase());
        return new Relay(
                new RelaySource(ConnectionSource.like(dataSource.unwrap(HikariDataSource.class)), jdbc, eventLog, committed, alarm),
                new KafkaTopics(settings(admin.getConfigurationProperties()), topics(properties)),
                () -> new EventPublisher(EventPublisher.producer(settings(producers.getConfigurationProperties()), properties), binding,
                        properties, registry),
                status, properties);
    }

    /** The topics of events: nothing in them ever expires. */
    static List<NewTopic> topics(RelayProperties properties) {
        return Stream.of(properties.eventsTopic(), properties.publicTopic())
                .map(name -> new NewTopic(name, Topics.PARTITIONS, properties.replicationFactor()).configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaClients.LARGEST_RECORD),
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Short.toString(properties.minInSyncReplicas()))))
                .toList();
    }
}
