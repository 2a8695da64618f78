package mx.constancia.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mx.constancia.embedded.DataDirectoryLock;
import mx.constancia.embedded.EmbeddedKafka;
import mx.constancia.embedded.EmbeddedMongo;
import mx.constancia.embedded.EmbeddedPostgreSql;
import mx.constancia.embedded.FreePorts;
import mx.constancia.local.issuer.IssuerApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** All parts of Constancia on one data directory. */
final class LocalConstancia implements AutoCloseable {

    private static final String DATABASE = "constancia";
    // After a long pause the query service has all events to replay first.
    private static final Duration SERVICE_READY = Duration.ofMinutes(5);
    private static final Duration SERVICE_STOP = Duration.ofSeconds(20);
    // PostgreSQL writes a checkpoint before it ends.
    private static final Duration DATABASE_STOP = Duration.ofSeconds(90);

    private final Path data;
    private final Path libraries;
    private final List<Integer> ports;
    private final Parts parts;
    private final DataDirectoryLock lock;

    /**
     * Takes the data directory and chooses the ports.
     *
     * @throws IllegalStateException if another Constancia runs on the directory, or a port is taken
     */
    LocalConstancia(Options options, Path libraries, Progress progress) {
        this.lock = DataDirectoryLock.acquire(options.data());
        this.data = lock.directory();
        this.libraries = libraries;
        this.parts = new Parts(progress);
        try {
            this.ports = ports(options.portBase());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts everything, as much of it at once as the parts allow.
     *
     * @throws PartFailure if a part does not start; the others are still to be closed
     */
    Addresses start() throws InterruptedException, IOException {
        Future<EmbeddedPostgreSql> starting = parts.start("PostgreSQL", DATABASE_STOP, this::postgres);
        Future<EmbeddedMongo> mongo = parts.start("MongoDB stand-in", SERVICE_STOP, EmbeddedMongo::start);
        Future<EmbeddedKafka> kafka = parts.start("Kafka", SERVICE_STOP, () -> EmbeddedKafka.start(data.resolve("kafka")));
        Future<ConfigurableApplicationContext> issuer = parts.start("issuer", SERVICE_STOP,
            () -> IssuerApplication.start(ports.get(0), data.resolve("issuer")));
        EmbeddedPostgreSql postgres = Parts.await(starting);
        Addresses addresses = new Addresses(
            IssuerApplication.address(ports.get(0)), "http://localhost:" + ports.get(1), "http://localhost:" + ports.get(2),
            Parts.await(kafka).bootstrapServers(), postgres.jdbcUrl(DATABASE), Parts.await(mongo).connectionString(DATABASE));
        Parts.await(issuer);

        Services services = new Services(libraries, addresses);
        Future<HostedService> command = parts.start("command service", SERVICE_STOP, () -> services.command(postgres, data.resolve("ledger").resolve("key.pem")));
        Future<HostedService> query = parts.start("query service", SERVICE_STOP, services::query);
        Parts.await(command);
        Parts.await(query);
        Readiness.await(addresses.command(), SERVICE_READY);
        Readiness.await(addresses.query(), SERVICE_READY);
        addresses.write(data);
        return addresses;
    }

    private EmbeddedPostgreSql postgres() throws Exception {
        EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(data.resolve("postgresql"));
        try {
            postgres.createDatabase(DATABASE);
            return postgres;
        } catch (Exception e) {
            postgres.close();
            throw e;
        }
    }

    private static List<Integer> ports(int base) {
        if (base == 0) {
            return IntStream.generate(FreePorts::next).distinct().limit(3).boxed().toList();
        }
        List<Integer> ports = IntStream.range(base, base + 3).boxed().toList();
        for (int port : ports) {
            if (!FreePorts.isFree(port)) {
                throw new IllegalStateException("port " + port + " is taken: choose others with --port-base N, or --port-base 0");
            }
        }
        return ports;
    }

    @Override
    public void close() {
        try (lock) {
            parts.close();
        }
    }
}
