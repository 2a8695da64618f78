package mx.constancia.auditor.source;

/** Somewhere that says what the events are. */
public interface EventSource extends AutoCloseable {

    /** Which it is, for people. */
    String name();

    /**
     * The events of the positions from {@code from} up to, not including, {@code to}, which is at most the size of a signed
     * checkpoint.
     *
     * @throws SourceException when the source cannot be read, or has not caught up with the checkpoint
     */
    EventCursor read(long from, long to);

    @Override
    void close();
}
