package mx.constancia.events;

/** The names and shape of the Kafka topics. */
public final class Topics {

    /** Both parts of every event; for the services and the organs of internal control. */
    public static final String EVENTS = "constancia.events";

    /** The public part of every event; for anyone. */
    public static final String PUBLIC_EVENTS = "constancia.events.public";

    /** Partitions of each topic. Never change it for an existing topic: a stream's key would move to another partition. */
    public static final int PARTITIONS = 6;

    private Topics() {
    }
}
