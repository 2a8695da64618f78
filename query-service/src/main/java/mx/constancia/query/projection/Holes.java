package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.query.store.Write;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams in which an event is missing. Such a stream stops, and its partition is read once more from the beginning. A
 * hole that the second reading passes again is persistent: Kafka does not have the event, and a person has to look.
 */
final class Holes {

    private static final Logger LOG = LoggerFactory.getLogger(Holes.class);

    private Holes() {
    }

    /**
     * What is to be written, and which partitions are to be read once more.
     *
     * @param reread highest offset to reach in the second reading, by partition
     */
    record Findings(List<Write> writes, Map<Integer, Long> reread) {
    }

    /**
     * Looks at the streams after a batch.
     *
     * @param streams all streams of the batch
     * @param broken  those of them that miss an event
     */
    static Findings examine(List<StreamFold<?>> streams, List<StreamFold<?>> broken, Known known) {
        Findings findings = new Findings(new ArrayList<>(), new HashMap<>());
        Map<Integer, Progress> progress = known.progress();
        for (StreamFold<?> stream : streams) {
            Document hole = known.holes().get(stream.streamId());
            if (broken.contains(stream)) {
                open(stream, hole, progress.get(stream.beyond().getFirst().partition()), findings);
            } else if (hole != null && (!stream.steps().isEmpty() || !hole.getBoolean("persistent"))) {
                narrow(stream, hole, progress.get(hole.getInteger("partition")), findings);
            }
        }
        return findings;
    }

    private static void open(StreamFold<?> stream, @Nullable Document hole, Progress progress, Findings findings) {
        Arrival first = stream.beyond().getFirst();
        Arrival last = stream.beyond().getLast();
        long expected = stream.version() + 1;
        boolean known = hole != null && hole.getLong("expected") == expected;
        // A hole that was known before this reading began and is still there; a reading begins anew with each new hole.
        boolean persistent = known && (hole.getBoolean("persistent") || progress.isRereading(first.offset()));
        Document next = known ? new Document(hole) : new Document("_id", stream.streamId())
                .append("partition", first.partition()).append("offset", first.offset()).append("position", first.event().position())
                .append("eventId", first.event().eventId()).append("expected", expected).append("found", first.version());
        next.append("seen", Math.max(last.version(), hole == null ? 0 : hole.getLong("seen")))
                .append("seenOffset", Math.max(last.offset(), hole == null ? 0 : hole.getLong("seenOffset")))
                .append("persistent", persistent);
        findings.writes().add(new Write.Put(next));
        if (!persistent) {
            LOG.warn("stream={} hole=found expected={} found={} partition={} offset={} action=reread",
                    stream.streamId(), expected, first.version(), first.partition(), first.offset());
            findings.reread().merge(first.partition(), last.offset(), Math::max);
        } else if (!hole.getBoolean("persistent")) {
            LOG.error("stream={} hole=persistent expected={} found={} position={}",
                    stream.streamId(), expected, first.version(), first.event().position());
        }
    }

    /**
     * The missing event came, or had come when a reader died. What was seen behind it is still ahead in this reading, or was
     * passed and needs another one.
     */
    private static void narrow(StreamFold<?> stream, Document hole, Progress progress, Findings findings) {
        if (stream.version() >= hole.getLong("seen")) {
            LOG.info("stream={} hole=repaired version={}", stream.streamId(), stream.version());
            findings.writes().add(new Write.Delete(stream.streamId()));
        } else if (stream.lastOffset() > hole.getLong("seenOffset")) {
            findings.writes().add(new Write.Put(new Document(hole)
                    .append("expected", stream.version() + 1).append("persistent", false)));
            findings.reread().merge(progress.partition(), stream.lastOffset(), Math::max);
        }
    }
}
