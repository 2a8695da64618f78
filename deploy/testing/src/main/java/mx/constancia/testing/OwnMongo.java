package mx.constancia.testing;

import mx.constancia.embedded.EmbeddedMongo;

/**
 * An embedded MongoDB stand-in that one test stops and starts again, always at the same address. It keeps its documents
 * in memory: after a stop they are gone.
 */
public final class OwnMongo implements AutoCloseable {

    private volatile EmbeddedMongo server = EmbeddedMongo.start();

    private OwnMongo() {}

    static OwnMongo started() {
        return AtExit.close(new OwnMongo());
    }

    /** The address with this database as the default one; valid also while the server is away. */
    public String connectionString(String database) {
        return server.connectionString(database);
    }

    /** Stops the server and drops its documents; clients lose their connections. */
    public void stop() {
        server.close();
    }

    /** Brings an empty server back at the same address. */
    public void start() {
        server = EmbeddedMongo.start(server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
