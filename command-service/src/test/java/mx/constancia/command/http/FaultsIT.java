package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import mx.constancia.command.http.Request.Reply;
import mx.constancia.testing.OwnKafka;
import mx.constancia.testing.OwnPostgres;
import mx.constancia.testing.Parts;

/** The service while a part is away. */
class FaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void withoutPostgreSqlCommandsWaitAndSucceedAfterItsReturn() {
        try (OwnPostgres postgres = Parts.ownPostgres();
                TestService service = TestService.start(postgres.newDatabase(), Parts.kafka().bootstrapServers())) {
            service.registerAgency("segob").send();
            Request propose = service.propose("consejo", "segob");
            postgres.stop();

            Reply away = propose.send();

            assertThat(away.status()).as(away.body()).isEqualTo(503);
            assertThat(away.header("Content-Type")).startsWith("application/problem+json");
            assertThat(away.header("Retry-After")).isEqualTo("5");
            assertThat(away.json().get("type").asString()).isEqualTo("/problems/log-unavailable");
            assertThat(away.body()).doesNotContain("Exception", "jdbc", "Hikari");
            Reply readiness = service.get("/actuator/health/readiness").send();
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.json().at("/components/eventLog/status").asString()).isEqualTo("DOWN");
            assertThat(service.get("/actuator/health/liveness").send().status()).isEqualTo(200);

            postgres.start();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(propose.send().status()).isEqualTo(201));
            assertThat(service.eventsInTheLog()).isEqualTo(2);
            assertThat(propose.send().header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(service.get("/actuator/health/readiness").send().status()).isEqualTo(200);
        }
    }

    @Test
    void afterACrashOfPostgreSqlWhatWasAcknowledgedIsThere() {
        try (OwnPostgres postgres = Parts.ownPostgres();
                TestService service = TestService.start(postgres.newDatabase(), Parts.kafka().bootstrapServers())) {
            service.registerAgency("segob").send();
            service.propose("consejo", "segob").send();
            postgres.kill();
            assertThat(service.propose("comite", "segob").send().status()).isEqualTo(503);

            postgres.start();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(service.determine("consejo", "segob").seen(1).send().status()).isEqualTo(200));
        }
    }

    @Test
    void withoutKafkaCommandsSucceedAndTheRelayCatchesUp() {
        try (OwnKafka kafka = Parts.ownKafka();
                TestService service = TestService.start(Parts.postgres().newDatabase(), kafka.bootstrapServers())) {
            service.registerAgency("segob").send();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.meter("constancia_relay_sent_total")).isEqualTo(1));
            kafka.stop();

            Reply proposed = service.propose("consejo", "segob").send();

            assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
            assertThat(service.determine("consejo", "segob").seen(1).send().status()).isEqualTo(200);
            assertThat(service.get("/actuator/health/readiness").send().status()).isEqualTo(200);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.meter("constancia_relay_lag_events")).isEqualTo(2));

            kafka.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.meter("constancia_relay_lag_events")).isZero());
            assertThat(service.meter("constancia_relay_sent_total")).isGreaterThanOrEqualTo(3);
        }
    }
}
