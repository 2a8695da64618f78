package mx.constancia.auditor.source;

import org.jspecify.annotations.Nullable;

/** Gives events one by one, to one thread. Positions increase, unless the source has been tampered with or repeats itself. */
public interface EventCursor extends AutoCloseable {

    /**
     * The next event; null at the end.
     *
     * @throws SourceException when the source breaks off
     */
    @Nullable Unread next();

    @Override
    void close();
}
