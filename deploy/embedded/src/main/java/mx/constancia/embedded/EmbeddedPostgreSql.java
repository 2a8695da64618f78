package mx.constancia.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;

/**
 * A real PostgreSQL server on the loopback address, its data on disk and durable: a commit is on the disk before it is
 * acknowledged. The server is a process of its own. Where a JVM ended without closing it, the next start on the same
 * directory stops what is left and recovers.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final int ATTEMPTS = 3;

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=300",
            "timezone=UTC",
            // One log file for each day of the week, so that the log stays bounded.
            "logging_collector=on",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_error_verbosity=terse",
            "log_checkpoints=off");

    private final PostgreSqlCluster cluster;
    private final DataDirectoryLock lock;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedPostgreSql(PostgreSqlCluster cluster, DataDirectoryLock lock, int port, String password) {
        this.cluster = cluster;
        this.lock = lock;
        this.port = port;
        this.password = password;
    }

    /** Starts the server on a free port. */
    public static EmbeddedPostgreSql start(Path dataDirectory) {
        for (int attempt = 1; ; attempt++) {
            int port = FreePorts.next();
            try {
                return start(dataDirectory, port);
            } catch (UncheckedIOException e) {
                if (attempt == ATTEMPTS || FreePorts.isFree(port)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Starts the server on this port, with the data that an earlier run left in the directory.
     *
     * @throws IllegalStateException when another process uses the directory
     * @throws UncheckedIOException when the server does not start; the message holds its own words
     */
    public static EmbeddedPostgreSql start(Path dataDirectory, int port) {
        DataDirectoryLock lock = DataDirectoryLock.acquire(dataDirectory);
        try {
            PostgreSqlCluster cluster = new PostgreSqlCluster(PostgreSqlBinaries.unpacked(), lock.directory());
            Path passwordFile = lock.directory().resolve("superuser.password");
            if (!cluster.exists()) {
                writeNewPassword(passwordFile);
                cluster.create(SUPERUSER, passwordFile);
            }
            cluster.stop();
            cluster.forgetDeadServer();
            cluster.start(port, SETTINGS);
            return new EmbeddedPostgreSql(cluster, lock, port, Files.readString(passwordFile).strip());
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Stops the server that a killed JVM left on this directory, for those who do not want to start it again; does
     * nothing when none runs.
     *
     * @throws IllegalStateException when another process uses the directory
     */
    public static void stopLeftover(Path dataDirectory) {
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(dataDirectory)) {
            new PostgreSqlCluster(PostgreSqlBinaries.unpacked(), lock.directory()).stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The address of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The superuser, for setting up roles. */
    public String user() {
        return SUPERUSER;
    }

    /** The superuser's password: random, made with the data directory and kept in it. */
    public String password() {
        return password;
    }

    /** The loopback port. */
    public int port() {
        return port;
    }

    /** Creates an empty database unless one of that name exists. */
    public synchronized void createDatabase(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
                PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?");
                Statement statement = connection.createStatement()) {
            query.setString(1, name);
            if (!query.executeQuery().next()) {
                statement.execute("create database " + statement.enquoteIdentifier(name, true));
            }
        }
    }

    /** Ends the server at once, as a power cut would, and lets the directory go. The next start recovers. */
    public synchronized void kill() {
        end(PostgreSqlCluster::kill);
    }

    /** Stops the server in good order and lets the directory go; a second call does nothing. */
    @Override
    public synchronized void close() {
        end(PostgreSqlCluster::stop);
    }

    private void end(Ending ending) {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            ending.apply(cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static void writeNewPassword(Path file) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(secret), StandardOpenOption.SYNC);
    }

    @FunctionalInterface
    private interface Ending {
        void apply(PostgreSqlCluster cluster) throws IOException;
    }
}
