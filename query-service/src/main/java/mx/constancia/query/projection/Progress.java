package mx.constancia.query.projection;

import java.time.Instant;
import java.util.Date;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition of the topic is in the views. It is stored with the views and not in Kafka, so that it vanishes
 * with them and they are built again.
 *
 * @param partition   the partition
 * @param topicId     Kafka's id of the topic that was read; another id is another history
 * @param next        offset to read next, or {@link #BEGINNING}
 * @param rereadUntil last offset of a second reading that looks for missing events; {@link #NO_REREAD} when there is none
 * @param recordedAt  when the last event that was read had been recorded
 */
record Progress(int partition, String topicId, long next, long rereadUntil, @Nullable Instant recordedAt) {

    /** Read the partition from its first record. */
    static final long BEGINNING = -1;
    static final long NO_REREAD = -1;

    static Progress none(int partition, String topicId) {
        return new Progress(partition, topicId, BEGINNING, NO_REREAD, null);
    }

    static String id(int partition) {
        return "partition-" + partition;
    }

    static Progress of(Document document) {
        Date recordedAt = document.getDate("recordedAt");
        return new Progress(document.getInteger("partition"), document.getString("topicId"), document.getLong("next"),
                document.getLong("rereadUntil"), recordedAt == null ? null : recordedAt.toInstant());
    }

    Document toDocument(long revision) {
        return new Document("_id", id(partition)).append("version", revision).append("partition", partition).append("topicId", topicId)
                .append("next", next).append("rereadUntil", rereadUntil).append("recordedAt", recordedAt == null ? null : Date.from(recordedAt));
    }

    boolean isRereading(long offset) {
        return offset <= rereadUntil;
    }

    /** After a batch that ended at {@code lastOffset}. */
    Progress read(long lastOffset, @Nullable Instant lastRecordedAt) {
        return new Progress(partition, topicId, lastOffset + 1, lastOffset >= rereadUntil ? NO_REREAD : rereadUntil,
                lastRecordedAt == null ? recordedAt : lastRecordedAt);
    }

    /** Everything up to {@code lastOffset} is to be read once more. */
    Progress reread(long lastOffset) {
        return new Progress(partition, topicId, BEGINNING, Math.max(lastOffset, rereadUntil), recordedAt);
    }
}
