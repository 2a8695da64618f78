package mx.constancia.command.relay;

import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

import io.micrometer.core.instrument.MeterRegistry;

import mx.constancia.command.eventlog.CommitSignal;
import mx.constancia.command.eventlog.EventLog;
import mx.constancia.events.CloudEventBinding;

/** Puts the relay together. */
@Configuration(proxyBeanMethods = false)
public class RelayConfiguration {

    @Bean
    RelayStatus relayHealthIndicator(MeterRegistry registry, Clock clock) {
        return new RelayStatus(registry, clock);
    }

    @Bean
    Relay relay(DataSource dataSource, JdbcClient jdbc, EventLog eventLog, CommitSignal committed, KafkaAdmin admin,
            ProducerFactory<?, ?> producers, OriginProperties origin, RelayProperties properties, RelayStatus status,
            MeterRegistry registry) throws SQLException {
        CloudEventBinding binding = new CloudEventBinding(origin.origin(), origin.schemaBase());
        return new Relay(
                new RelaySource(ConnectionSource.like(dataSource.unwrap(HikariDataSource.class)), jdbc, eventLog, committed),
                new KafkaTopics(client(admin.getConfigurationProperties()), properties),
                () -> new EventPublisher(EventPublisher.producer(client(producers.getConfigurationProperties()), properties), binding,
                        properties, registry),
                status, properties);
    }

    /** Clients of one JVM may bear the same name: nothing registers itself by it. */
    private static Map<String, Object> client(Map<String, Object> given) {
        Map<String, Object> config = new HashMap<>(given);
        config.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        return config;
    }
}
