package mx.constancia.events;

/** A stored event has a type that this build does not know: it is newer, or a record was removed. */
public final class UnknownEventTypeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownEventTypeException(String name) {
        super("unknown event type " + name);
    }
}
