package mx.constancia.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker with its KRaft controller in this process, its data on disk. Topics are never created by
 * accident. An acknowledged record survives the end of the process; the broker does not force it to the disk, so only
 * the event log in PostgreSQL survives a power cut.
 *
 * <p>Kafka's own server classes are internal and may change with any release: they are used here and nowhere else.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE_ID = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final DataDirectoryLock lock;
    private final int port;
    private boolean closed;

    private EmbeddedKafka(KafkaRaftServer server, DataDirectoryLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    /** Starts the broker on a free loopback port. */
    public static EmbeddedKafka start(Path dataDirectory) {
        return start(dataDirectory, FreePorts.next());
    }

    /**
     * Starts the broker on this loopback port, with the data that an earlier run left in the directory.
     *
     * @throws IllegalStateException when the directory or the port is in use, or the broker does not start
     */
    public static EmbeddedKafka start(Path dataDirectory, int brokerPort) {
        int controllerPort = FreePorts.next();
        while (controllerPort == brokerPort) {
            controllerPort = FreePorts.next();
        }
        return start(dataDirectory, brokerPort, controllerPort);
    }

    static EmbeddedKafka start(Path dataDirectory, int brokerPort, int controllerPort) {
        DataDirectoryLock lock = DataDirectoryLock.acquire(dataDirectory);
        try {
            if (!FreePorts.isFree(brokerPort)) {
                throw new IllegalStateException("Kafka cannot start: port " + brokerPort + " is in use");
            }
            Path logs = lock.directory().resolve("logs");
            format(logs);
            return new EmbeddedKafka(startedServer(settings(logs, brokerPort, controllerPort)), lock, brokerPort);
        } catch (Exception e) {
            lock.close();
            throw new IllegalStateException("Kafka did not start on " + dataDirectory + ": " + e.getMessage(), e);
        }
    }

    /** The address for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The loopback port of the broker. */
    public int port() {
        return port;
    }

    /** Stops the broker in good order; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }

    private static synchronized KafkaRaftServer startedServer(Properties settings) {
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        // The controller answers a failed start by halting the process, with everything else that runs in it.
        Exit.setHaltProcedure(EmbeddedKafka::refuseToEnd);
        Exit.setExitProcedure(EmbeddedKafka::refuseToEnd);
        try {
            server.startup();
            return server;
        } catch (RuntimeException | Error e) {
            // Half a broker keeps the process alive with its threads.
            server.shutdown();
            server.awaitShutdown();
            throw e;
        } finally {
            Exit.resetHaltProcedure();
            Exit.resetExitProcedure();
        }
    }

    private static void refuseToEnd(int status, @Nullable String message) {
        throw new IllegalStateException("The broker gave up while it was starting; its log says why");
    }

    private static void format(Path logs) throws Exception {
        if (Files.exists(logs.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        Files.createDirectories(logs);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE_ID)
                .addDirectory(logs.toString())
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName(CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private static Properties settings(Path logs, int brokerPort, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("node.id", Integer.toString(NODE_ID)),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + brokerPort
                        + "," + CONTROLLER + "://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort),
                Map.entry("log.dirs", logs.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                // After a kill -9 the broker is refused until its old session has ended.
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "500")));
        return settings;
    }
}
