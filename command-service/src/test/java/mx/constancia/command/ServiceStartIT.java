package mx.constancia.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import javax.management.ObjectName;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.updates.UpdateChecker;
import org.axonframework.updates.UpdateCheckerHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.micrometer.core.instrument.MeterRegistry;

import mx.constancia.testing.Parts;
import mx.constancia.testing.TestDatabase;
import mx.constancia.testing.TestTokens;

class ServiceStartIT {

    private static final TestDatabase DATABASE = Parts.postgres().newDatabase();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = start("target/test-ledger-key.pem", true);
    }

    private static ConfigurableApplicationContext start(String ledgerKey, boolean generateKey) {
        return new SpringApplicationBuilder(CommandServiceApplication.class).run(
                "--server.port=0",
                "--spring.datasource.url=" + DATABASE.jdbcUrl(),
                "--spring.datasource.username=" + DATABASE.user(),
                "--spring.datasource.password=" + DATABASE.password(),
                "--spring.kafka.bootstrap-servers=" + Parts.kafka().bootstrapServers(),
                "--constancia.ledger.topic=ledger-of-service-start",
                "--constancia.ledger.origin=constancia.test/ledger",
                "--CONSTANCIA_LEDGER_KEY=" + ledgerKey,
                "--constancia.ledger.generate-key=" + generateKey,
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

    @ParameterizedTest
    @ValueSource(strings = {"target/no-such-key.pem", "target"})
    @ExtendWith(OutputCaptureExtension.class)
    void withoutItsKeyTheServiceDoesNotGoOnWithALogThatIsSigned(String ledgerKey, CapturedOutput output) {
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        await().atMost(Duration.ofMinutes(1)).until(() -> jdbc.sql("select count(*) > 0 from ledger_checkpoint").query(Boolean.class).single());

        assertThatThrownBy(() -> start(ledgerKey, false)).hasMessageContaining("The ledger's key cannot be read from")
                .hasMessageContaining(ledgerKey);

        assertThat(output).contains("APPLICATION FAILED TO START", "The ledger's key cannot be read from", "CONSTANCIA_LEDGER_KEY");
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
