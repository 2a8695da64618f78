package mx.constancia.command.ledger;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

import io.micrometer.core.instrument.MeterRegistry;

import mx.constancia.command.election.ConnectionSource;
import mx.constancia.command.eventlog.EventLog;
import mx.constancia.command.kafka.KafkaClients;
import mx.constancia.command.kafka.KafkaTopics;
import mx.constancia.command.ledger.tree.Cosigning;
import mx.constancia.command.ledger.tree.EventSource;
import mx.constancia.command.ledger.tree.LogKeys;
import mx.constancia.command.ledger.tree.Scrub;
import mx.constancia.command.relay.RelayProperties;
import mx.constancia.command.relay.StandingAlarm;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.note.Signer;
import mx.constancia.ledger.policy.TrustPolicy;

/** Puts the ledger writer together. */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {

    private static final int READ_BYTES = 4_000_000;

    @Bean
    LedgerStatus ledgerHealthIndicator(MeterRegistry registry, Clock clock) {
        return new LedgerStatus(registry, clock);
    }

    @Bean
    LogKeys ledgerKeys(LedgerProperties properties) {
        if (properties.origin().isEmpty() || properties.keyFile().isEmpty()) {
            throw new LedgerSettingsException("The ledger has no " + (properties.origin().isEmpty() ? "name (constancia.ledger.origin)"
                    : "key (constancia.ledger.key-file)") + ": the service does not record what it cannot prove.");
        }
        LedgerKeyFile file = new LedgerKeyFile(properties.keyFile());
        List<Signer> keys = new ArrayList<>(List.of(properties.generateKey() ? file.readOrGenerate() : file.read()));
        if (!properties.previousKeyFile().isEmpty()) {
            keys.add(new LedgerKeyFile(properties.previousKeyFile()).read());
        }
        try {
            return new LogKeys(properties.origin(), keys);
        } catch (MalformedException | IllegalArgumentException e) {
            throw new LedgerSettingsException("The ledger cannot be named " + properties.origin() + ": " + e.getMessage());
        }
    }

    @Bean
    Cosigning witnesses(LedgerProperties properties, MeterRegistry registry) {
        if (properties.policy().isEmpty()) {
            return Cosigning.none();
        }
        try {
            TrustPolicy policy = TrustPolicy.parse(Files.readAllBytes(Path.of(properties.policy())));
            HttpClient http = HttpClient.newBuilder().connectTimeout(properties.witnessTimeout()).build();
            return new Witnesses(policy, http, properties.witnessTimeout(), registry);
        } catch (IOException | MalformedException e) {
            throw new LedgerSettingsException("The ledger's policy cannot be read from " + properties.policy() + ": " + e.getMessage());
        }
    }

    @Bean
    LedgerWriter ledgerWriter(DataSource dataSource, EventLog log, KafkaAdmin admin, ProducerFactory<?, ?> producers, Cosigning witnesses,
            LogKeys keys, LedgerProperties properties, RelayProperties relay, LedgerStatus status, StandingAlarm alarm, Clock clock)
            throws SQLException {
        return new LedgerWriter(new LedgerParts(
                ConnectionSource.like(dataSource.unwrap(HikariDataSource.class)),
                new KafkaTopics(KafkaClients.settings(admin.getConfigurationProperties()), List.of(topic(properties, relay))),
                KafkaClients.settings(bootstrap(producers.getConfigurationProperties())), source(log), witnesses, keys, properties, clock),
                status, alarm, properties);
    }

    @Bean
    Scrubber ledgerScrubber(DataSource dataSource, EventLog log, LedgerStatus status, LedgerProperties properties, Clock clock) {
        return new Scrubber(new Scrub(source(log), JdbcLedgerTables.over(dataSource, clock)), status, properties.scrubRate());
    }

    static EventSource source(EventLog log) {
        return (position, limit) -> log.readFrom(position, limit, READ_BYTES);
    }

    /** Compacted: of each file only the widest is kept. */
    static NewTopic topic(LedgerProperties properties, RelayProperties relay) {
        return new NewTopic(properties.topic(), 1, relay.replicationFactor()).configs(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaClients.LARGEST_RECORD),
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Short.toString(relay.minInSyncReplicas())));
    }

    /** What clients of any kind need to reach the brokers, without the serializers. */
    private static Map<String, Object> bootstrap(Map<String, Object> producer) {
        Map<String, Object> config = new java.util.HashMap<>(producer);
        config.keySet().removeIf(name -> name.endsWith(".serializer"));
        return config;
    }
}
