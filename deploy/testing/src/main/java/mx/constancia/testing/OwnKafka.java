package mx.constancia.testing;

import mx.constancia.embedded.EmbeddedKafka;

/** An embedded Kafka broker that one test stops and starts again, always at the same address. */
public final class OwnKafka implements AutoCloseable {

    private final TestDirectory directory;
    private volatile EmbeddedKafka broker;

    private OwnKafka(TestDirectory directory) {
        this.directory = directory;
        this.broker = EmbeddedKafka.start(directory.path());
    }

    static OwnKafka started() {
        return AtExit.close(new OwnKafka(TestDirectory.create("kafka")));
    }

    /** The address for clients; valid also while the broker is away. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Stops the broker; clients lose their connections. */
    public void stop() {
        broker.close();
    }

    /** Brings the stopped broker back at the same address with its records. */
    public void start() {
        broker = EmbeddedKafka.start(directory.path(), broker.port());
    }

    /** Stops the broker and removes its data. */
    @Override
    public void close() {
        broker.close();
        directory.close();
    }
}
