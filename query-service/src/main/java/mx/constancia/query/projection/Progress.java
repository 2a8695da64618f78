package mx.constancia.query.projection;

import java.time.Instant;
import java.util.Date;

import mx.constancia.query.store.Write;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition of the topic is in the views. It is stored with the views and not in Kafka, so that it vanishes
 * with them and they are built again.
 *
 * @param partition   the partition
 * @param topicId     Kafka's id of the topic that was read; another id is another history
 * @param next        offset to read next, or {@link #BEGINNING}
 * @param rereadUntil last offset of a second reading that looks for missing events; -1 when there is none
 * @param recordedAt  when the last event that was read had been recorded
 * @param revision    number of times that this was stored; 0 when it never was
 */
record Progress(int partition, String topicId, long next, long rereadUntil, @Nullable Instant recordedAt, long revision) {

    /** Read the partition from its first record. */
    static final long BEGINNING = -1;
    private static final long NO_REREAD = -1;

    static Progress none(int partition, String topicId) {
        return new Progress(partition, topicId, BEGINNING, NO_REREAD, null, 0);
    }

    static String id(int partition) {
        return "partition-" + partition;
    }

    static Progress of(Document document) {
        Date recordedAt = document.getDate("recordedAt");
        return new Progress(document.getInteger("partition"), document.getString("topicId"), document.getLong("next"),
                document.getLong("rereadUntil"), recordedAt == null ? null : recordedAt.toInstant(), document.getLong("version"));
    }

    /** The write that stores it, unless someone else stored another one since {@code revision} was loaded. */
    Write write() {
        Document document = new Document("_id", id(partition)).append("version", revision + 1).append("partition", partition)
                .append("topicId", topicId).append("next", next).append("rereadUntil", rereadUntil)
                .append("recordedAt", recordedAt == null ? null : Date.from(recordedAt));
        return revision == 0 ? new Write.Insert(document) : new Write.Replace(revision, document);
    }

    boolean isRereading(long offset) {
        return offset <= rereadUntil;
    }

    /** After a batch that ended at {@code lastOffset}. */
    Progress read(long lastOffset, @Nullable Instant lastRecordedAt) {
        return new Progress(partition, topicId, lastOffset + 1, lastOffset >= rereadUntil ? NO_REREAD : rereadUntil,
                lastRecordedAt == null ? recordedAt : lastRecordedAt, revision);
    }

    /** Everything up to {@code lastOffset} is to be read once more. */
    Progress reread(long lastOffset) {
        return new Progress(partition, topicId, BEGINNING, Math.max(lastOffset, rereadUntil), recordedAt, revision);
    }

    /** Everything from an offset on is to be read once more; it was read before and its holes are known. */
    Progress backTo(long offset) {
        return new Progress(partition, topicId, Math.min(next, offset), rereadUntil, recordedAt, revision);
    }
}
