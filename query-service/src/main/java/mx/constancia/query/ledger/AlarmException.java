package mx.constancia.query.ledger;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** A record speaks against what was published; it is not taken. */
final class AlarmException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Alarm.Kind kind;
    private final @Nullable Long position;

    AlarmException(Alarm.Kind kind, @Nullable Long position, String message) {
        super(message);
        this.kind = kind;
        this.position = position;
    }

    Alarm.Kind kind() {
        return kind;
    }

    @Nullable Long position() {
        return position;
    }
}
