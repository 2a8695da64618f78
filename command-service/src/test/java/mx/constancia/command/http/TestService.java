package mx.constancia.command.http;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.command.CommandServiceApplication;
import mx.constancia.events.Topics;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestDatabase;
import mx.constancia.testing.TestTokens;

/** The whole service, as it runs in production, on a database and a broker of a test's choice. */
final class TestService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final TestTokens tokens;

    private TestService(ConfigurableApplicationContext context, TestTokens tokens) {
        this.context = context;
        this.tokens = tokens;
    }

    /** One for all tests that only need some service; each uses agencies and mechanisms of its own. It ends with the JVM. */
    static TestService shared() {
        return Shared.SERVICE;
    }

    static TestService start(TestDatabase database, String bootstrapServers) {
        String topics = "test-" + UUID.randomUUID() + ".";
        TestTokens tokens = TestTokens.shared();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(CommandServiceApplication.class).run(
                "--server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--constancia.relay.events-topic=" + topics + Topics.EVENTS,
                "--constancia.relay.public-topic=" + topics + Topics.PUBLIC_EVENTS,
                "--constancia.ledger.topic=" + topics + Topics.LEDGER,
                "--constancia.ledger.origin=constancia.test/ledger",
                "--constancia.ledger.key-file=target/test-ledger-key.pem",
                "--constancia.ledger.generate-key=true",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + tokens.issuer());
        return new TestService(context, tokens);
    }

    /** A command of its form with a token of the role that issues it; a test changes what it is about. */
    Request command(String path, String token) {
        return Request.command(address(), path).as(token);
    }

    Request get(String path) {
        return Request.get(address(), path);
    }

    /** What SEGOB's unit registers agencies with. */
    String udp() {
        return tokens.token("udp-1", "segob", "UDP");
    }

    /** The responsible unit of an agency. */
    String officerOf(String agency) {
        return tokens.token("officer-of-" + agency, agency, "RESPONSIBLE_UNIT");
    }

    TestTokens tokens() {
        return tokens;
    }

    long eventsInTheLog() {
        return context.getBean(JdbcClient.class).sql("select count(*) from event_log").query(Long.class).single();
    }

    /** All that an operator sees of the meters. */
    String meters() {
        return get("/actuator/prometheus").as(tokens.token(claims -> claims.subject("admin").claim("roles", List.of("OPERATOR")))).send().body();
    }

    /** The value of a meter without tags of its own. */
    double meter(String name) {
        return meters().lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).findFirst().orElseThrow();
    }

    URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** A federal agency in Mexico City, so that the Guidelines bind. */
    Request registerAgency(String agency) {
        return command("/agencies/" + agency + "/register-agency", udp()).body("""
                {"occurredOn": "%s", "name": "Dependencia de prueba", "kind": "AGENCY", "jurisdiction": "FEDERAL_AGENCY",
                 "timeZone": "America/Mexico_City"}""".formatted(today()));
    }

    Request propose(String mechanism, String agency) {
        return command("/mechanisms/" + mechanism + "/propose-mechanism", officerOf(agency)).body("""
                {"occurredOn": "%s", "name": "Consejo de prueba", "authorityBasis": ["Ley de Planeación, art. 20"],
                 "problemAnalysisDoc": "doc-1", "benefitsDiagnosisDoc": "doc-2", "memberProfile": {"sectors": ["CSO", "ACADEMIC"]}}"""
                .formatted(today()));
    }

    Request determine(String mechanism, String agency) {
        return command("/mechanisms/" + mechanism + "/determine-mechanism", officerOf(agency)).body("""
                {"occurredOn": "%s", "mechanismType": "ADVISORY", "modality": "FACE_TO_FACE", "incidenceLevels": ["DIALOGUE"],
                 "incidenceBasisDoc": "doc-1", "memberProfile": {"sectors": ["CSO"]}, "purpose": "Opinar sobre el programa",
                 "coverage": {"scope": "NATIONAL"}, "humanRightsPerspective": "Se consulta a los grupos", "genderPerspective": "Paridad"}"""
                .formatted(today()));
    }

    Request openCall(String mechanism, String agency) {
        return command("/mechanisms/" + mechanism + "/open-call", officerOf(agency)).body(callBody());
    }

    static String callBody() {
        return """
                {"occurredOn": "%1$s", "opensOn": "%1$s", "closesOn": "%2$s", "channels": ["GOB_MX_PARTICIPA"],
                 "content": {"typeModalityIncidence": "Consulta, presencial, diálogo", "purpose": "Integrar el consejo",
                             "civilProfile": "Organizaciones", "formationDeadlines": "Treinta días",
                             "geographicDemarcation": "Nacional", "responsibleOfficer": "Dirección de Vinculación"},
                 "seatsOffered": [{"sector": "CSO", "seats": 2, "alternates": 1}]}""".formatted(today(), today().plusDays(30));
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Mexico_City"));
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Shared {

        static final TestService SERVICE = start(Parts.postgres().newDatabase(), Parts.kafka().bootstrapServers());
    }
}
