package mx.constancia.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import mx.constancia.embedded.EmbeddedKafka;
import mx.constancia.embedded.EmbeddedMongo;
import mx.constancia.embedded.EmbeddedPostgreSql;
import mx.constancia.local.HostedService;
import mx.constancia.local.Readiness;
import mx.constancia.testing.TestMongo;
import mx.constancia.testing.TestTokens;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The parts that a benchmark asks for, each started when it is first asked for: a real PostgreSQL and a real Kafka on data of
 * their own, MongoDB at {@code CONSTANCIA_MONGO} or else the stand-in, and the services as they run in production.
 */
final class Stage implements AutoCloseable {

    private static final String DATABASE = "benchmark";
    private static final Duration READY = Duration.ofMinutes(15);

    private final Report report;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable Path directory;
    private @Nullable EmbeddedPostgreSql postgres;
    private @Nullable EmbeddedKafka kafka;
    private @Nullable String mongo;
    private int databases;

    /** Nothing yet; what is started names itself in the report. */
    Stage(Report report) {
        this.report = report;
    }

    /** PostgreSQL with a database for the event log; see {@link #jdbcUrl()}. */
    EmbeddedPostgreSql postgres() throws Exception {
        if (postgres == null) {
            postgres = opened(EmbeddedPostgreSql.start(directory().resolve("postgresql")));
            postgres.createDatabase(DATABASE);
            report.part("PostgreSQL, embedded");
        }
        return postgres;
    }

    /** The event log's database. */
    String jdbcUrl() throws Exception {
        return postgres().jdbcUrl(DATABASE);
    }

    /** Kafka's bootstrap servers. */
    String kafka() throws IOException {
        if (kafka == null) {
            kafka = opened(EmbeddedKafka.start(directory().resolve("kafka")));
            report.part("Kafka, embedded, one broker");
        }
        return kafka.bootstrapServers();
    }

    /** The address of MongoDB with an empty database of this call's own, which goes at the end. */
    String mongo() {
        if (mongo == null) {
            String given = System.getenv("CONSTANCIA_MONGO");
            boolean real = given != null && !given.isBlank();
            mongo = real ? given : opened(EmbeddedMongo.start()).connectionString("");
            report.part(real ? "MongoDB at CONSTANCIA_MONGO" : "MongoDB stand-in in this process, not MongoDB");
        }
        String database = DATABASE + "_" + ProcessHandle.current().pid() + "_" + databases++;
        String address = new TestMongo(mongo).connectionString(database);
        opened(() -> {
            try (MongoClient client = MongoClients.create(address)) {
                client.getDatabase(database).drop();
            }
        });
        return address;
    }

    /** The issuer whose tokens the services accept. */
    TestTokens tokens() {
        return TestTokens.shared();
    }

    /** Starts the command service on the stage's PostgreSQL and Kafka, on a free port; it is ready when this returns. */
    HostedService commandService(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of(
                "spring.datasource.url", jdbcUrl(),
                "spring.datasource.username", postgres().user(),
                "spring.datasource.password", postgres().password(),
                "constancia.ledger.origin", "constancia.benchmark/ledger",
                "constancia.ledger.key-file", directory().resolve("ledger-key.pem").toString(),
                "constancia.ledger.generate-key", "true"));
        all.putAll(settings);
        return service("constancia-command-service", "mx.constancia.command.CommandServiceApplication", all);
    }

    /** Starts the query service on the stage's Kafka and the MongoDB at this address, on a free port; it is ready when this returns. */
    HostedService queryService(String mongo, Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("spring.mongodb.uri", mongo));
        all.putAll(settings);
        return service("constancia-query-service", "mx.constancia.query.QueryServiceApplication", all);
    }

    private HostedService service(String artifact, String application, Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of(
                "server.address", "127.0.0.1",
                "server.port", "0",
                "spring.kafka.bootstrap-servers", kafka(),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", tokens().issuer(),
                "spring.main.banner-mode", "off",
                "spring.main.register-shutdown-hook", "false",
                "spring.lifecycle.timeout-per-shutdown-phase", "5s",
                "logging.level.root", "WARN",
                // The global registry belongs to the JVM: each service would show the other's meters.
                "management.metrics.use-global-registry", "false"));
        all.putAll(settings);
        HostedService service = opened(HostedService.start(Path.of(System.getProperty("constancia.libraries")), artifact, application, all));
        Readiness.await("http://127.0.0.1:" + service.port(), READY);
        return service;
    }

    /** An empty directory of this run's own, which goes at the end. */
    Path directory() throws IOException {
        if (directory == null) {
            Path created = Files.createTempDirectory("constancia-benchmark-");
            directory = created;
            opened(() -> FileSystemUtils.deleteRecursively(created));
        }
        return directory;
    }

    /** Something else to be closed at the end. */
    <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("not closed in good order: " + e);
            }
        }
    }
}
