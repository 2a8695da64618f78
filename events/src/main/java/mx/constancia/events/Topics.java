package mx.constancia.events;

/** The names and shape of the Kafka topics. */
public final class Topics {

    /** Both parts of every event; for the services and the organs of internal control. */
    public static final String EVENTS = "constancia.events";

    /** The public part of every event; for anyone. */
    public static final String PUBLIC_EVENTS = "constancia.events.public";

    /**
     * The transparency ledger, for anyone: one partition, compacted. The key is the path of a file below the log's prefix (tlog-tiles)
     * without the suffix of a partial one, such as {@code tile/0/000}, {@code tile/entries/x001/234}, {@code checkpoint}; and
     * {@code vkey} for the log's verifier keys (signed-note), one a line. The value is the file's bytes. A partial tile or bundle is
     * the beginning of every later one with its key, so each width below that of the newest record is served by cutting it. The width
     * of a tile is its length / 32, that of a bundle the number of its entries.
     *
     * <p>Records come in an order that can be served at once: bundles, then tiles bottom up, then the checkpoint that covers them.
     */
    public static final String LEDGER = "constancia.ledger";

    /** Partitions of each topic of events. Never change it for an existing topic: a stream's key would move to another partition. */
    public static final int PARTITIONS = 6;

    private Topics() {
    }
}
