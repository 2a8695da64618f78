package mx.constancia.query.store;

/** The collections of this version of the read models. A change of a fold or of a document's shape is a new version. */
public enum View {

    /** One document per mechanism: its state. */
    MECHANISMS("mechanisms"),
    /** A stream's events in pages of 10. */
    TIMELINE("timeline"),
    /** One document per appointment. */
    APPOINTMENTS("appointments"),
    /** One document per agency or entity. */
    AGENCIES("agencies"),
    /** One document per installation. */
    INSTALLATIONS("installations"),
    /** One document per event: what lists of events filter and sort by. */
    FACTS("facts"),
    /** One document per finding. */
    FINDINGS("findings"),
    /** One document per public call. */
    CALLS("calls"),
    /** One document per session. */
    SESSIONS("sessions"),
    /** The whole log: one document per event, by position. */
    LOG("log"),
    /** Where in the log an event is, by its id. */
    EVENT_POSITIONS("event_positions"),
    /** Events that are too large for a slot of a page. */
    TEXTS("texts"),
    /** Streams that stopped because an event is missing. */
    HOLES("holes"),
    /** Events that could not be projected, and those that wait behind them. */
    PARKED("parked"),
    /** How far the projection is: one document per partition, and one for the visible head. */
    PROGRESS("progress"),
    /**
     * The transparency ledger: its files, the served checkpoint, the keys, and how far its topic was read. Made of the ledger's topic only,
     * and so of no generation.
     */
    LEDGER("ledger"),
    /** One document: which generation of the views lives, and which one is being built. Of no generation itself. */
    GENERATIONS("generations");

    /** Version of the read models; part of the collections' names and of the consumer group's. */
    public static final int VERSION = 7;

    private final String collection;

    View(String name) {
        this.collection = name + "_v" + VERSION;
    }

    /** The collection's name in views that were never rebuilt. */
    public String collection() {
        return collection;
    }

    /** The collection's name in a generation of the views. */
    public String collection(int generation) {
        return generation == Generations.FIRST || !isOfAGeneration() ? collection : collection + "_g" + generation;
    }

    /** Whether each generation has its own. */
    boolean isOfAGeneration() {
        return this != GENERATIONS && this != LEDGER;
    }
}
