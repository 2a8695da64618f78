package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import com.nimbusds.jwt.JWTClaimsSet;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;

import mx.constancia.command.http.Request.Reply;
import mx.constancia.decision.CommandDispatcher;
import mx.constancia.decision.LogUnavailableException;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Rehearsal;
import mx.constancia.decision.RunDispatcher;
import mx.constancia.decision.Submission;
import mx.constancia.events.Actor;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.StoredEvent;
import mx.constancia.guidelines.CommandCatalog;
import mx.constancia.testing.TestTokens;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.RecordMode;

/** The adapter over real HTTP with real tokens, and a dispatcher that only notes what it is given. */
class AdapterIT {

    private static final String BEGIN = "/mechanisms/m-1/propose-mechanism";
    private static final String CHANGE = "/mechanisms/m-1/determine-mechanism";
    private static final String BODY = """
            {"occurredOn": "2019-03-01", "mechanismType": "ADVISORY", "modality": "DIGITAL", "purpose": "t", "coverage": {"scope": "NATIONAL"}}""";

    private static TestTokens tokens;
    private static ConfigurableApplicationContext service;
    private static URI address;

    private static final List<Submission> DISPATCHED = new ArrayList<>();
    private static Function<Submission, Outcome> dispatcher;

    /** The adapter without the parts below it. */
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, KafkaAutoConfiguration.class})
    @ComponentScan("mx.constancia.command.http")
    static class Adapter {

        @Bean
        CommandDispatcher dispatcher() {
            return submission -> {
                DISPATCHED.add(submission);
                return AdapterIT.dispatcher.apply(submission);
            };
        }

        @Bean
        RunDispatcher runs() {
            return new RunDispatcher() {

                @Override
                public List<Outcome> dispatch(List<Submission> run) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Map<String, Known> known(String actorId, List<String> idempotencyKeys) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Rehearsal rehearse() {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    @BeforeAll
    static void startTheAdapter() {
        tokens = TestTokens.start();
        service = start(tokens.issuer());
        address = addressOf(service);
    }

    @AfterAll
    static void stopTheAdapter() {
        service.close();
        tokens.close();
    }

    @BeforeEach
    void recordEverything() {
        DISPATCHED.clear();
        dispatcher = submission -> new Outcome.Recorded(8, List.of(event()), false);
    }

    @Test
    void aCommandIsSubmittedAsItWasSaid() {
        Reply reply = Request.command(address, CHANGE).as(officer()).seen(7).key("\"key 1\"").with("X-Correlation-Id", "c-77")
                .body(BODY.replace("{\"occ", "{\"recordMode\": \"HISTORICAL\", \"occ")).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ETag")).isEqualTo("\"8\"");
        assertThat(reply.header("Constancia-Position")).isEqualTo("41");
        assertThat(reply.header("X-Correlation-Id")).isEqualTo("c-77");
        assertThat(reply.json().at("/events/0/public/a").asInt()).isEqualTo(1);
        assertThat(DISPATCHED).singleElement().satisfies(submission -> {
            assertThat(submission.streamId()).isEqualTo("mechanism-m-1");
            assertThat(submission.expectedVersion()).isEqualTo(7);
            assertThat(submission.idempotencyKey()).isEqualTo("key 1");
            assertThat(submission.correlationId()).isEqualTo("c-77");
            assertThat(submission.occurredOn()).isEqualTo(LocalDate.of(2019, 3, 1));
            assertThat(submission.recordMode()).isEqualTo(RecordMode.HISTORICAL);
            assertThat(submission.actor()).isEqualTo(new Actor("officer", "RESPONSIBLE_UNIT", "segob"));
            assertThat(submission.fingerprint()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void aCreatingCommandNeedsNoVersion() {
        Reply reply = Request.command(address, BEGIN).as(officer()).body("{\"occurredOn\": \"2019-03-01\", \"name\": \"n\"}").send();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/mechanisms/m-1");
    }

    @Test
    void theFingerprintTellsBodiesAndAddressesApartAndNotVersions() {
        Request.command(address, CHANGE).as(officer()).seen(7).body(BODY).send();
        Request.command(address, CHANGE).as(officer()).seen(8).body(BODY.replace("\", \"", "\" , \"")).send();
        Request.command(address, CHANGE).as(officer()).seen(7).body(BODY.replace("\"t\"", "\"u\"")).send();
        Request.command(address, CHANGE.replace("m-1", "m-2")).as(officer()).seen(7).body(BODY).send();

        List<String> prints = DISPATCHED.stream().map(Submission::fingerprint).toList();
        assertThat(prints.get(1)).isEqualTo(prints.get(0));
        assertThat(prints.get(2)).isNotEqualTo(prints.get(0));
        assertThat(prints.get(3)).isNotEqualTo(prints.get(0));
    }

    @ParameterizedTest
    @CsvSource({
            "/mechanisms/m-1/determine-mecanism, unknown-command",
            "/agencies/m-1/determine-mechanism, unknown-command",
            "/programmes/m-1/determine-mechanism, not-found",
            "/nowhere, not-found",
            "/, not-found"})
    void anUnknownAddressIsNotFound(String path, String slug) {
        refused(change().at(address, path).body(BODY).send(), 404, slug);
    }

    @Test
    void anUnknownCommandIsAnsweredWithSimilarNames() {
        Reply reply = change().at(address, "/mechanisms/m-1/determine-mecanism").body(BODY).send();

        assertThat(reply.json().get("nearest").get(0).asString()).isEqualTo("determine-mechanism");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void anotherMethodIsNotAllowed(String method) {
        Reply reply = change().method(method).body(BODY).send();

        refused(reply, 405, "method-not-allowed");
        assertThat(reply.header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-x", "Xx", "x_x", "x%20x", "%C3%B1%C3%B1", "0123456789012345678901234567890123456789012345678901234567890123"})
    void anIdOfAnotherFormIsRefused(String id) {
        refused(change().at(address, "/mechanisms/" + id + "/determine-mechanism").body(BODY).send(), 400, "invalid-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "application/json; charset=ISO-8859-1",
            "nonsense", "application/merge-patch+json"})
    void anotherMediaTypeIsRefused(String type) {
        refused(change().with("Content-Type", type).body(BODY).send(), 415, "unsupported-media-type");
    }

    @Test
    void aMissingMediaTypeIsRefused() {
        refused(change().without("Content-Type").body(BODY).send(), 415, "unsupported-media-type");
    }

    @Test
    void aCompressedBodyIsRefused() {
        refused(change().with("Content-Encoding", "gzip").body(BODY).send(), 415, "unsupported-media-type");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        refused(change().body("{\"purpose\": \"" + "x".repeat(300_000) + "\"}").send(), 413, "body-too-large");
    }

    @Test
    void aBodyOverTheLimitIsRefusedAlsoWithoutItsLength() {
        byte[] body = ("{\"purpose\": \"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        refused(change().body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).send(), 413, "body-too-large");
    }

    @Test
    void aBodyAtTheLimitIsTaken() {
        String padding = " ".repeat(256 * 1024 - BODY.length());

        assertThat(change().body(BODY + padding).send().status()).isEqualTo(200);
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        Reply reply = change().body("{\n\"purpose\" 1}").send();

        refused(reply, 400, "malformed-json");
        assertThat(reply.json().get("line").asInt()).isEqualTo(2);
        assertThat(reply.json().get("column").asInt()).isPositive();
    }

    @Test
    void aMisfitIsRefusedWithEveryField() {
        Reply reply = change().body("{\"occurredOn\": \"yesterday\", \"purpos\": \"t\"}").send();

        refused(reply, 400, "invalid-body");
        assertThat(reply.json().get("errors").valueStream().map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("purpos", "occurredOn", "mechanismType", "modality", "purpose", "coverage");
    }

    @Test
    void anUnknownCodeIsUnprocessable() {
        Reply reply = change().body(BODY.replace("ADVISORY", "ROYAL")).send();

        refused(reply, 422, "unknown-code");
        assertThat(reply.json().at("/errors/0/article").asString()).isEqualTo("G-9");
    }

    @Test
    void theKeyAndTheVersionAreRequired() {
        refused(change().without("Idempotency-Key").body(BODY).send(), 400, "idempotency-key-missing");
        refused(change().without("If-Match").body(BODY).send(), 428, "if-match-missing");
        refused(change().with("If-Match", "W/\"7\"").body(BODY).send(), 400, "if-match-invalid");
    }

    @Test
    void onlyAValidTokenGetsIn() {
        List.of(tokens.expired("officer", "segob", "RESPONSIBLE_UNIT"),
                tokens.foreign("officer", "segob", "RESPONSIBLE_UNIT"),
                tokens.wrongIssuer("officer", "segob", "RESPONSIBLE_UNIT"),
                tokens.wrongAudience("officer", "segob", "RESPONSIBLE_UNIT"),
                tokens.token(claims -> claims.claim("roles", List.of("RESPONSIBLE_UNIT"))),
                "nonsense").forEach(token -> {
                    Reply reply = change().as(token).body(BODY).send();
                    refused(reply, 401, "not-authenticated");
                    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer").contains("invalid_token");
                });
    }

    @Test
    void withoutATokenNobodyGetsIn() {
        Reply reply = change().without("Authorization").body(BODY).send();

        refused(reply, 401, "not-authenticated");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        refused(Request.get(address, "/nowhere").send(), 401, "not-authenticated");
    }

    @Test
    void aRoleThatMayNotIsToldWhichMay() {
        Reply reply = change().as(tokens.token("auditor", "segob", "OIC_AUDITOR")).body(BODY).send();

        refused(reply, 403, "role-missing");
        assertThat(reply.json().get("roles").valueStream().map(role -> role.asString()))
                .containsExactly("RESPONSIBLE_UNIT");
    }

    @Test
    void aTokenWithoutRolesOrWithUnknownOnesMayNothing() {
        List.<Consumer<JWTClaimsSet.Builder>>of(
                claims -> claims.subject("officer"),
                claims -> claims.subject("officer").claim("roles", List.of("EMPEROR")),
                claims -> claims.subject("officer").claim("roles", 5))
                .forEach(claims -> refused(change().as(tokens.token(claims)).body(BODY).send(), 403, "role-missing"));
    }

    @Test
    void outcomesBecomeAnswers() {
        dispatcher = submission -> new Outcome.Stale(9);
        Reply stale = change().body(BODY).send();
        dispatcher = submission -> new Outcome.OutOfScope("presidencia");
        Reply foreign = change().body(BODY).send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("currentVersion").asLong()).isEqualTo(9);
        assertThat(stale.header("ETag")).isEqualTo("\"9\"");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.json().get("type").asString()).isEqualTo("/problems/out-of-scope");
    }

    @Test
    void anUnreachableLogIsUnavailable() {
        dispatcher = submission -> {
            throw new LogUnavailableException("no connection", new IOException("refused"));
        };
        Reply reply = change().body(BODY).send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(reply.json().get("type").asString()).isEqualTo("/problems/log-unavailable");
        assertThat(reply.body()).doesNotContain("refused", "Exception");
    }

    @Test
    void aFaultOfOursTellsNothingOfItself() {
        dispatcher = submission -> {
            throw new IllegalStateException("secret");
        };
        Reply reply = change().with("Accept", "text/html").body(BODY).send();

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("correlationId").asString()).isEqualTo(reply.header("X-Correlation-Id"));
        assertThat(reply.body()).doesNotContain("secret", "Exception", "at mx.");
    }

    @Test
    void whatTheFirewallRejectsIsAProblem() throws IOException {
        String reply = raw("POST /mechanisms/m-1;x=1/determine-mechanism HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 400").contains("application/problem+json", "/problems/malformed-request")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "nonsense\r\n\r\n",
            "GET /a b c HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /{x} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
            "POST /mechanisms/m-1/determine-mechanism HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n"})
    void whatIsNoHttpGetsNoPageOfTheServer(String request) throws IOException {
        String reply = raw(request);

        assertThat(reply).startsWith("HTTP/1.1 400").doesNotContain("<html", "Tomcat", "Exception");
        assertThat(reply).contains("application/problem+json", "\"status\":400");
    }

    @Test
    void overlongHeadersGetAProblem() throws IOException {
        String reply = raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 4").doesNotContain("<html", "Tomcat");
    }

    @Test
    void everyProblemTypeLeadsToItsPage() {
        String type = change().without("If-Match").body(BODY).send().json().get("type").asString();
        Reply page = Request.get(address, type).send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("If-Match is required", "Falta el encabezado If-Match");
        assertThat(Request.get(address, "/problems").send().body()).contains("/problems/stale-version");
        refused(Request.get(address, "/problems/none").send(), 404, "not-found");
    }

    @Test
    void theCatalogueIsOpen() {
        Reply reply = Request.get(address, "/commands").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("commands")).hasSize(CommandCatalog.ALL.size());
        JsonNode determine = named(reply.json().get("commands"), "determine-mechanism");
        assertThat(determine.get("path").asString()).isEqualTo("/mechanisms/{id}/determine-mechanism");
        assertThat(determine.get("article").asString()).isEqualTo("G-13");
        assertThat(named(determine.get("fields"), "occurredOn").get("required").asBoolean()).isTrue();
        assertThat(named(determine.get("fields"), "modality").get("codes")).hasSize(Modality.values().length);
        assertThat(named(named(determine.get("fields"), "coverage").get("fields"), "states").get("list").asBoolean()).isTrue();
    }

    @Test
    void healthIsOpenAndMetricsAreForOperators() {
        String operator = tokens.token(claims -> claims.subject("admin").claim("roles", List.of("OPERATOR")));

        assertThat(Request.get(address, "/actuator/health/liveness").send().status()).isEqualTo(200);
        assertThat(Request.get(address, "/actuator/health/readiness").send().status()).isEqualTo(200);
        refused(Request.get(address, "/actuator/prometheus").send(), 401, "not-authenticated");
        refused(Request.get(address, "/actuator/prometheus").as(officer()).send(), 403, "role-missing");
        assertThat(Request.get(address, "/actuator/prometheus").as(operator).send().status()).isEqualTo(200);
        refused(Request.get(address, "/actuator/env").as(operator).send(), 404, "not-found");
    }

    @Test
    void commandsAreMeasuredByNameAndOutcome() {
        long before = count("determine-mechanism", "recorded");
        change().body(BODY).send();
        change().at(address, "/mechanisms/m-1/nothing-of-ours").body(BODY).send();

        assertThat(count("determine-mechanism", "recorded")).isEqualTo(before + 1);
        assertThat(count("unknown", "invalid")).isPositive();
        assertThat(service.getBean(MeterRegistry.class).find("http.server.requests").timers())
                .extracting(timer -> timer.getId().getTag("uri"))
                .contains("/{collection}/{id}/{command}")
                .noneMatch(uri -> uri.contains("m-1"));
    }

    @Test
    void anIssuerThatIsAwayKeepsNobodyFromStartingAndIsTold() {
        TestTokens issuer = TestTokens.start();
        String token = issuer.token("officer", "segob", "RESPONSIBLE_UNIT");
        issuer.close();
        try (ConfigurableApplicationContext early = start(issuer.issuer())) {
            Reply reply = Request.command(addressOf(early), CHANGE).as(token).seen(7).body(BODY).send();

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isEqualTo("5");
            assertThat(reply.json().get("type").asString()).isEqualTo("/problems/issuer-unavailable");
            assertThat(Request.get(addressOf(early), "/actuator/health/readiness").send().status()).isEqualTo(200);
        }
    }

    @Test
    void anIssuerThatGoesAwayLaterIsMissedOnlyByTokensOfNewKeys() {
        TestTokens issuer = TestTokens.start();
        try (ConfigurableApplicationContext adapter = start(issuer.issuer(), "--constancia.http.issuer-interval=0s")) {
            Request request = Request.command(addressOf(adapter), CHANGE).seen(7).body(BODY)
                    .as(issuer.token("officer", "segob", "RESPONSIBLE_UNIT"));
            assertThat(request.send().status()).isEqualTo(200);
            issuer.close();

            assertThat(request.send().status()).isEqualTo(200);
            Reply unknownKey = request.as(officer()).send();
            assertThat(unknownKey.status()).isEqualTo(503);
            assertThat(unknownKey.json().get("type").asString()).isEqualTo("/problems/issuer-unavailable");
        }
    }

    @Test
    void aBodyThatStopsArrivingIsNotWaitedForLong() throws IOException {
        try (ConfigurableApplicationContext adapter = start(tokens.issuer(), "--server.tomcat.connection-timeout=500ms")) {
            String reply = raw(addressOf(adapter), "POST " + CHANGE + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + officer()
                    + "\r\nIf-Match: *\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{");

            assertThat(reply).startsWith("HTTP/1.1 408").contains("/problems/request-timeout");
            assertThat(DISPATCHED).isEmpty();
        }
    }

    private static JsonNode named(JsonNode list, String name) {
        return list.valueStream().filter(entry -> name.equals(entry.get("name").asString())).findFirst().orElseThrow();
    }

    private static long count(String command, String outcome) {
        var timer = service.getBean(MeterRegistry.class).find("constancia.commands").tags("command", command, "outcome", outcome).timer();
        return timer == null ? 0 : timer.count();
    }

    private static void refused(Reply reply, int status, String slug) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("title").asString()).isNotBlank();
        assertThat(reply.json().get("detail").asString()).isNotBlank();
        assertThat(reply.json().get("instance").asString()).startsWith("/");
        assertThat(DISPATCHED).isEmpty();
    }

    private static Request change() {
        return Request.command(address, CHANGE).as(officer()).seen(7);
    }

    private static String officer() {
        return tokens.token("officer", "segob", "RESPONSIBLE_UNIT");
    }

    private static StoredEvent event() {
        return new StoredEvent(41, "e-1", "mechanism-m-1", 8, "mechanism.x.v1", Instant.parse("2020-01-02T03:04:05.006Z"),
                EventCodec.encode(new Envelope(LocalDate.of(2019, 12, 31), "America/Mexico_City", "segob",
                        new Actor("u", "RESPONSIBLE_UNIT", "segob"), null, "SEGOB-2017", List.of(), "LIVE", List.of(), List.of(), null,
                        "PUBLIC", "c", "d", null, List.of())),
                "{\"a\":1}", null, null, null);
    }

    private static String raw(String request) throws IOException {
        return raw(address, request);
    }

    private static String raw(URI service, String request) throws IOException {
        try (Socket socket = new Socket("localhost", service.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ConfigurableApplicationContext start(String issuer, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--server.port=0", "--spring.config.name=command-service-http", "--spring.application.name=adapter",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer));
        return new SpringApplicationBuilder(Adapter.class).run(arguments.toArray(String[]::new));
    }

    private static URI addressOf(ConfigurableApplicationContext context) {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
