package mx.constancia.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;

import javax.management.ObjectName;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.updates.UpdateChecker;
import org.axonframework.updates.UpdateCheckerHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.micrometer.core.instrument.MeterRegistry;

import mx.constancia.testing.Parts;
import mx.constancia.testing.TestDatabase;
import mx.constancia.testing.TestTokens;

class ServiceStartIT {

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        TestDatabase database = Parts.postgres().newDatabase();
        service = new SpringApplicationBuilder(CommandServiceApplication.class).run(
                "--server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + Parts.kafka().bootstrapServers(),
                "--constancia.ledger.topic=ledger-of-service-start",
                "--constancia.ledger.origin=constancia.test/ledger",
                "--constancia.ledger.key-file=target/test-ledger-key.pem",
                "--constancia.ledger.generate-key=true",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.shared().issuer());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void nothingOfAxonsUpdateCheckerIsStarted() throws Exception {
        assertThat(service.getBeansOfType(UpdateChecker.class)).isEmpty();
        assertThat(service.getBeansOfType(UpdateCheckerHttpClient.class)).isEmpty();
        assertThat((String) ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                new Object[] {new String[] {"-all"}}, new String[] {String[].class.getName()}))
                .contains(EmbeddedEventStore.class.getName()).doesNotContain("org.axonframework.updates");
    }

    @Test
    void whatWouldStartTheUpdateCheckerIsNotOnTheClassPath() {
        assertThatThrownBy(() -> Class.forName("org.axonframework.config.DefaultConfigurer")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void theEventStoreIsTheEventLog() {
        assertThat(service.getBean(EventStorageEngine.class).getClass().getSimpleName()).isEqualTo("GroupCommitEventStorageEngine");
        assertThat(service.getBean(JdbcClient.class).sql("select current_user").query(String.class).single())
                .isEqualTo(LogDatabase.ROLE);
    }

    @Test
    void readinessRestsOnTheLogAndNotOnTheRelay() {
        HealthEndpoint health = service.getBean(HealthEndpoint.class);

        assertThat(health.healthForPath("readiness", "eventLog").getStatus()).isEqualTo(Status.UP);
        assertThat(health.healthForPath("relay")).isNotNull();
        assertThat(health.healthForPath("readiness", "relay")).isNull();
    }

    @Test
    void everyPartHasItsMeters() {
        assertThat(service.getBean(MeterRegistry.class).getMeters()).extracting(meter -> meter.getId().getName())
                .contains("constancia.log.position", "constancia.log.queue", "constancia.log.batch", "constancia.relay.lag.events",
                        "constancia.relay.lag.seconds", "constancia.relay.active", "constancia.ledger.sequenced",
                        "constancia.ledger.integrated", "constancia.ledger.published", "constancia.ledger.checkpoint.age",
                        "constancia.ledger.scrub.position", "constancia.ledger.alarm", "cache.size", "jvm.memory.used",
                        "hikaricp.connections");
    }
}
