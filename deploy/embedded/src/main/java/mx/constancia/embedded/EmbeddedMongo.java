package mx.constancia.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A stand-in for MongoDB that keeps its documents in memory and loses them when it is closed. Fit for demos and
 * functional tests up to some 20 thousand documents a collection; never a proof of speed or of index use.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(MongoServer server) {
        this.server = server;
        this.port = server.getLocalAddress().getPort();
    }

    /** Starts an empty server on a free loopback port. */
    public static EmbeddedMongo start() {
        return start(0);
    }

    /** Starts an empty server on this loopback port; 0 takes a free one. */
    public static EmbeddedMongo start(int port) {
        MongoServer server = new MongoServer(new MemoryBackend());
        // One worker: with more, a reader can see a document that a writer has half changed.
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port == 0 ? FreePorts.next() : port), 1, 1);
        return new EmbeddedMongo(server);
    }

    /** The address for a driver, with this database as the default one. */
    public String connectionString(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    /** The loopback port. */
    public int port() {
        return port;
    }

    /** Stops the server and drops its data; a second call does nothing. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
