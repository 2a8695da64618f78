package mx.constancia.query.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What the topic said against what was published. The first alarm of a kind stays until an operator who has examined it
 * removes its document; what is served stays as it was.
 *
 * @param kind     what it is
 * @param position the first position concerned; absent when it cannot be told
 * @param message  what happened, in a sentence
 * @param at       when it was noticed
 * @param evidence the record that said so; with a signature it proves the fork to anybody
 */
record Alarm(Kind kind, @Nullable Long position, String message, Instant at, byte[] evidence) {

    /** {@code _id}s of all alarms that there can be. */
    static final List<String> IDS = Arrays.stream(Kind.values()).map(Alarm::id).toList();

    /** What can speak against a ledger. */
    enum Kind {
        /** A signed checkpoint belongs to another history than the published one. */
        FORKED,
        /** A later checkpoint is of a smaller tree. */
        SHRUNK,
        /** A file is not the one that was published. */
        ALTERED,
        /** A checkpoint's signature is not the log's. */
        UNSIGNED,
        /** The log's keys were replaced without keeping any known one. */
        KEY_CHANGED,
        /** A record is not of its format. */
        MALFORMED
    }

    /** {@code _id} of the first alarm of a kind. */
    static String id(Kind kind) {
        return "alarm/" + kind.name();
    }

    static Alarm of(Document document) {
        return new Alarm(Kind.valueOf(document.getString("kind")), document.getLong("position"), document.getString("message"),
                document.getDate("at").toInstant(), document.get("evidence", Binary.class).getData());
    }

    Document document() {
        return new Document("_id", id(kind)).append("kind", kind.name()).append("position", position).append("message", message)
                .append("at", Date.from(at)).append("evidence", new Binary(evidence));
    }
}
