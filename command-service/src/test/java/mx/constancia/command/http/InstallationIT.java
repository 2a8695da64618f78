package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import mx.constancia.command.http.Request.Reply;
import mx.constancia.testing.Parts;

/** What operators order of the installation, over HTTP. Its stream is one, so the tests follow its life. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationIT {

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start(Parts.postgres().newDatabase(), Parts.kafka().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void anInstallationIsThereBeforeItsFirstEvent() {
        Reply early = order("cancel-rebuild").with("If-Match", "\"0\"").send();
        Reply first = order("request-rebuild").with("If-Match", "\"0\"").send();

        assertThat(early.status()).as(early.body()).isEqualTo(409);
        assertThat(early.json().get("rule").asString()).isEqualTo("REBUILD-NOT-REQUESTED");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        JsonNode event = first.json().at("/events/0");
        assertThat(event.get("type").asString()).isEqualTo("installation.rebuild-requested.v1");
        assertThat(event.at("/public/reason").asString()).isEqualTo("Vistas nuevas");
    }

    @Test
    @Order(2)
    void laterOrdersFollowTheFirst() {
        Reply stale = order("cancel-rebuild").with("If-Match", "\"0\"").send();
        Reply cancelled = order("cancel-rebuild").with("If-Match", "*").send();
        Reply replay = order("replay-parked-events").with("If-Match", "\"2\"").send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(replay.status()).as(replay.body()).isEqualTo(200);
        assertThat(replay.json().at("/events/0/type").asString()).isEqualTo("installation.parked-replay-requested.v1");
    }

    @Test
    @Order(3)
    void thereIsOnlyThisInstallation() {
        Reply reply = service.command("/installation/otra/request-rebuild", operator()).with("If-Match", "*").body(body()).send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void onlyOperatorsOrder() {
        Reply reply = service.command("/installation/constancia/request-rebuild", service.udp()).with("If-Match", "*").body(body()).send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
    }

    @Test
    @Order(5)
    void theCatalogueListsTheOrders() {
        assertThat(service.get("/commands").as(operator()).send().body())
                .contains("/installation/{id}/request-rebuild", "/installation/{id}/cancel-rebuild", "/installation/{id}/replay-parked-events");
    }

    private static Request order(String name) {
        return service.command("/installation/constancia/" + name, operator()).body(body());
    }

    private static String operator() {
        return service.tokens().token("admin", null, "OPERATOR");
    }

    private static String body() {
        return "{\"occurredOn\": \"%s\", \"reason\": \"Vistas nuevas\"}".formatted(TestService.today());
    }
}
