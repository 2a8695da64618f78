package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import mx.constancia.command.http.Request.Reply;

/** What good commands are answered with by the whole service. */
class CommandsIT {

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.shared();
        assertThat(service.registerAgency("sep").send().status()).isEqualTo(201);
    }

    @Test
    void aMechanismGrowsCommandByCommand() {
        Reply proposed = service.propose("comite-a", "sep").send();
        Reply determined = service.determine("comite-a", "sep").with("If-Match", proposed.header("ETag")).send();
        Reply opened = service.openCall("comite-a", "sep").with("If-Match", determined.header("ETag")).send();

        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        assertThat(proposed.header("Location")).isEqualTo("/mechanisms/comite-a");
        assertThat(proposed.header("ETag")).isEqualTo("\"1\"");
        assertThat(determined.status()).as(determined.body()).isEqualTo(200);
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        assertThat(opened.header("ETag")).isEqualTo("\"3\"");
        JsonNode event = opened.json().at("/events/0");
        assertThat(event.get("type").asString()).isEqualTo("mechanism.call-opened.v1");
        assertThat(event.at("/public/callId").asString()).isEqualTo("C-1");
        assertThat(event.get("position").asString()).isEqualTo(opened.header("Constancia-Position"));
        assertThat(event.get("occurredOn").asString()).isEqualTo(TestService.today().toString());
        assertThat(opened.json().get("findings")).isEmpty();
    }

    @Test
    void aHistoricalFactIsRecordedWithItsFindings() {
        service.propose("comite-b", "sep").send();

        Reply reply = service.command("/mechanisms/comite-b/open-call", service.officerOf("sep")).seen(1).body("""
                {"occurredOn": "2019-03-01", "recordMode": "HISTORICAL", "opensOn": "2019-03-01", "content": {"purpose": "Integrar"},
                 "source": {"reference": "DOF 1 March 2019"}}""").send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().get("findings").valueStream().map(finding -> finding.get("code").asString()))
                .contains("G18-CONTENT-MISSING", "G13-CHANNEL-MISSING", "G18-STATE");
        assertThat(reply.json().at("/findings/0/article").asString()).startsWith("G-");
    }

    @Test
    void aRetryGetsTheSameAnswerAndRecordsNothing() {
        Request request = service.propose("comite-c", "sep").key("\"once only\"");
        Reply first = request.send();
        long events = service.eventsInTheLog();

        Reply retry = request.send();

        assertThat(retry.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(retry.body()).isEqualTo(first.body());
        assertThat(retry.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(service.eventsInTheLog()).isEqualTo(events);
    }

    @Test
    void aRetryGetsTheFirstAnswerAlsoAfterOthersHaveMovedOn() {
        service.propose("comite-d", "sep").send();
        Request determine = service.determine("comite-d", "sep").seen(1);
        Reply first = determine.send();
        service.openCall("comite-d", "sep").seen(2).send();

        Reply retry = determine.send();

        assertThat(retry.body()).isEqualTo(first.body());
        assertThat(retry.header("ETag")).isEqualTo("\"2\"");
        assertThat(determine.with("If-Match", "\"3\"").send().body()).isEqualTo(first.body());
    }

    @Test
    void theAsteriskTakesWhateverVersionIsCurrent() {
        service.propose("comite-e", "sep").send();

        assertThat(service.determine("comite-e", "sep").with("If-Match", "*").send().status()).isEqualTo(200);
    }

    @Test
    void theKeyIsTheCallersOwn() {
        service.registerAgency("sener").send();

        Reply one = service.propose("comite-f", "sep").key("k-1").send();
        Reply other = service.propose("comite-g", "sener").key("k-1").send();

        assertThat(one.status()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void everyPartTellsItsHealth() {
        Reply health = service.get("/actuator/health").send();
        Reply readiness = service.get("/actuator/health/readiness").send();

        assertThat(health.status()).as(health.body()).isEqualTo(200);
        assertThat(readiness.json().at("/components/eventLog/status").asString()).isEqualTo("UP");
        assertThat(readiness.body()).doesNotContain("position");
    }

    @Test
    void metricsNameCommandsAndOutcomes() {
        service.propose("comite-h", "sep").send();
        String metrics = service.meters();

        assertThat(metrics).contains("constancia_commands_seconds_bucket{", "command=\"propose-mechanism\"", "outcome=\"recorded\"",
                "http_server_requests_seconds_bucket{", "uri=\"/{collection}/{id}/{command}\"", "jvm_memory_used_bytes", "tomcat_");
        assertThat(metrics).doesNotContain("comite-h");
    }
}
