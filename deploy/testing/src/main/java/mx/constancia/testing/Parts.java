package mx.constancia.testing;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * The PostgreSQL, Kafka and MongoDB that integration tests use: the address in the environment where one is given, a
 * container where Docker answers, the embedded part otherwise. Each starts when it is first asked for, is shared by all
 * tests of the JVM, and prints one line that says which one it is.
 *
 * <p>The variables are {@code CONSTANCIA_TEST_JDBC_URL} with {@code CONSTANCIA_TEST_JDBC_USER} and
 * {@code CONSTANCIA_TEST_JDBC_PASSWORD}, {@code CONSTANCIA_TEST_KAFKA}, and {@code CONSTANCIA_TEST_MONGO}. Tests
 * leave databases and topics behind on a server that is given this way.
 */
public final class Parts {

    private Parts() {}

    /** The shared PostgreSQL. */
    public static TestPostgres postgres() {
        return Postgres.SHARED;
    }

    /** The shared Kafka. */
    public static TestKafka kafka() {
        return Kafka.SHARED;
    }

    /** The shared MongoDB. */
    public static TestMongo mongo() {
        return Mongo.SHARED;
    }

    /** A PostgreSQL for one test that stops it. It is the embedded one, whatever the shared one is. */
    public static OwnPostgres ownPostgres() {
        return OwnPostgres.started();
    }

    /** A Kafka for one test that stops it. It is the embedded one, whatever the shared one is. */
    public static OwnKafka ownKafka() {
        return OwnKafka.started();
    }

    /** A MongoDB for one test that stops it. It is the embedded stand-in, whatever the shared one is. */
    public static OwnMongo ownMongo() {
        return OwnMongo.started();
    }

    private static <T> T chosen(
            String part, String variable, Function<String, T> given, Supplier<T> container, Supplier<T> embedded) {
        @Nullable String address = System.getenv(variable);
        if (address != null && !address.isBlank()) {
            System.out.println("Test part " + part + ": given by " + variable);
            return given.apply(address);
        }
        boolean docker = DockerClientFactory.instance().isDockerAvailable();
        System.out.println("Test part " + part + ": " + (docker ? "container" : "embedded"));
        return docker ? container.get() : embedded.get();
    }

    private static final class Postgres {
        static final TestPostgres SHARED = chosen("PostgreSQL", "CONSTANCIA_TEST_JDBC_URL",
                TestPostgres::given, TestPostgres::inContainer, TestPostgres::embedded);
    }

    private static final class Kafka {
        static final TestKafka SHARED = chosen("Kafka", "CONSTANCIA_TEST_KAFKA",
                TestKafka::new, TestKafka::inContainer, TestKafka::embedded);
    }

    private static final class Mongo {
        static final TestMongo SHARED = chosen("MongoDB", "CONSTANCIA_TEST_MONGO",
                TestMongo::new, TestMongo::inContainer, TestMongo::embedded);
    }
}
