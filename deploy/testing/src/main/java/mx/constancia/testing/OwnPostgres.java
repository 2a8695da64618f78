package mx.constancia.testing;

import mx.constancia.embedded.EmbeddedPostgreSql;

/** An embedded PostgreSQL that one test stops, kills and starts again, always at the same address. */
public final class OwnPostgres implements AutoCloseable {

    private final TestDirectory directory;
    private volatile EmbeddedPostgreSql server;

    private OwnPostgres(TestDirectory directory) {
        this.directory = directory;
        this.server = EmbeddedPostgreSql.start(directory.path());
    }

    static OwnPostgres started() {
        return AtExit.close(new OwnPostgres(TestDirectory.create("postgresql")));
    }

    /** The server, as the shared one is described; valid also while it is away. */
    public TestPostgres server() {
        return TestPostgres.of(server);
    }

    /** Creates an empty database; it stays through stops and kills. */
    public TestDatabase newDatabase() {
        return server().newDatabase();
    }

    /** Stops the server in good order; open connections break. */
    public void stop() {
        server.close();
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        server.kill();
    }

    /** Brings the stopped server back at the same address with its committed data. */
    public void start() {
        server = EmbeddedPostgreSql.start(directory.path(), server.port());
    }

    /** Stops the server and removes its data. */
    @Override
    public void close() {
        server.close();
        directory.close();
    }
}
