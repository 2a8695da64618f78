package mx.constancia.attacks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import mx.constancia.local.HostedService;
import mx.constancia.local.Readiness;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestDatabase;
import mx.constancia.testing.TestTokens;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both services as they run in production, on a database, a broker and a MongoDB of their own names. */
final class Installation implements AutoCloseable {

    private static final Path LIBRARIES = Path.of("target", "lib");
    private static final Duration READY = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestTokens tokens = TestTokens.shared();
    private final Map<String, String> commandSettings = new HashMap<>();
    private final String mongoUri = Parts.mongo().newDatabaseUri();
    private final HostedService query;
    private TestDatabase database = Parts.postgres().newDatabase();
    private @Nullable HostedService command;

    /**
     * Starts both services.
     *
     * @param prefix beginning of the topics' names; empty for the names that everybody knows
     * @param more   further settings of the command service
     */
    Installation(Key key, String prefix, Map<String, String> more) throws Exception {
        commandSettings.putAll(Map.of(
                "constancia.ledger.origin", Key.ORIGIN,
                "constancia.ledger.key-file", key.file().toString(),
                "constancia.ledger.scrub-rate", "5000",
                "constancia.ledger.longest-pause", "500ms"));
        commandSettings.putAll(topics(prefix, "constancia.relay.events-topic", "constancia.relay.public-topic"));
        commandSettings.put("constancia.ledger.topic", prefix + "constancia.ledger");
        commandSettings.putAll(more);
        startCommandService();
        query = query(mongoUri, Map.of("constancia.projection.topic", prefix + "constancia.events",
                "constancia.ledger.topic", prefix + "constancia.ledger"));
    }

    /** A query service that reads what it is told to. */
    static HostedService query(String mongoUri, Map<String, String> topics) throws Exception {
        Map<String, String> settings = common();
        settings.put("spring.mongodb.uri", mongoUri);
        settings.put("constancia.projection.watch", "200ms");
        settings.put("constancia.ledger.watch", "200ms");
        settings.putAll(topics);
        topics.forEach((name, topic) -> settings.put(name.replace(".topic", ".group"), "reader-of-" + topic));
        return HostedService.start(LIBRARIES, "constancia-query-service", "mx.constancia.query.QueryServiceApplication", settings);
    }

    private static Map<String, String> topics(String prefix, String events, String open) {
        return Map.of(events, prefix + "constancia.events", open, prefix + "constancia.events.public");
    }

    private static Map<String, String> common() {
        return new HashMap<>(Map.of(
                "server.port", "0",
                "spring.kafka.bootstrap-servers", Parts.kafka().bootstrapServers(),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", TestTokens.shared().issuer(),
                "spring.main.banner-mode", "off",
                "spring.main.register-shutdown-hook", "false",
                "management.metrics.use-global-registry", "false"));
    }

    void startCommandService() throws Exception {
        Map<String, String> settings = common();
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.putAll(commandSettings);
        command = HostedService.start(LIBRARIES, "constancia-command-service", "mx.constancia.command.CommandServiceApplication", settings);
        Readiness.await(commandAddress(), READY);
    }

    void stopCommandService() throws IOException {
        if (command != null) {
            command.close();
            command = null;
        }
    }

    /** The database that the command service works on, or will when it is started again. */
    TestDatabase database() {
        return database;
    }

    void use(TestDatabase other) {
        database = other;
    }

    String mongoUri() {
        return mongoUri;
    }

    String queryAddress() {
        return "http://localhost:" + query.port();
    }

    private String commandAddress() {
        return "http://localhost:" + Objects.requireNonNull(command).port();
    }

    /** Records the registration of an agency: one event. */
    void registerAgency(String agency) throws Exception {
        send("/agencies/" + agency + "/register-agency", tokens.token("udp-1", "segob", "UDP"), """
                {"occurredOn": "%s", "name": "Dependencia %s", "kind": "AGENCY", "jurisdiction": "FEDERAL_AGENCY",
                 "timeZone": "America/Mexico_City"}""".formatted(LocalDate.now().minusDays(2), agency));
    }

    /** Records the proposal of a mechanism: one event. */
    void propose(String mechanism, String agency) throws Exception {
        send("/mechanisms/" + mechanism + "/propose-mechanism", tokens.token("officer", agency, "RESPONSIBLE_UNIT"), """
                {"occurredOn": "%s", "name": "Consejo de prueba", "authorityBasis": ["Ley de Planeación, art. 20"],
                 "problemAnalysisDoc": "doc-1", "benefitsDiagnosisDoc": "doc-2", "memberProfile": {"sectors": ["CSO", "ACADEMIC"]}}"""
                .formatted(LocalDate.now().minusDays(2)));
    }

    private void send(String path, String token, String body) throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(commandAddress() + path))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"" + path + "\"").header("If-Match", "*")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** Number of entries that the query service's checkpoint covers; -1 before the first. */
    long publishedSize() throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(queryAddress() + "/ledger/checkpoint")).build(), BodyHandlers.ofString());
        return answer.statusCode() == 200 ? Long.parseLong(answer.body().lines().skip(1).findFirst().orElseThrow()) : -1;
    }

    /** What the ledger writer says of itself. */
    JsonNode writerHealth() throws Exception {
        return health(commandAddress(), "ledger");
    }

    /** What the relay says of itself. */
    JsonNode relayHealth() throws Exception {
        return health(commandAddress(), "relay");
    }

    /** What the query service says of the ledger that it serves. */
    JsonNode serverHealth() throws Exception {
        return health(queryAddress(), "ledger");
    }

    /** What the query service says of its views. */
    JsonNode projectionHealth() throws Exception {
        return health(queryAddress(), "projection");
    }

    private JsonNode health(String address, String component) throws Exception {
        String operator = tokens.token("operator", "segob", "OPERATOR");
        return JsonMapper.shared().readTree(http.send(
                HttpRequest.newBuilder(URI.create(address + "/actuator/health")).header("Authorization", "Bearer " + operator).build(),
                BodyHandlers.ofString()).body()).path("components").path(component);
    }

    @Override
    public void close() throws Exception {
        query.close();
        stopCommandService();
    }
}
