package mx.constancia.query.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.query.store.ConcurrentChangeException;
import mx.constancia.query.store.KeysetList;
import mx.constancia.query.store.Place;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the readers back to the first parked event of each partition. What is folded there already is skipped; what cannot be
 * folded is parked again.
 */
@Component
class ParkedReplay {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedReplay.class);
    private static final int PAGE = 1000;
    /** The readers store their progress all the time; one of these attempts comes between. */
    private static final int ATTEMPTS = 50;

    private final ViewStore store;
    private final KeysetList lists;

    ParkedReplay(ViewStore store, KeysetList lists) {
        this.store = store;
        this.lists = lists;
    }

    /**
     * Lets parked events be read again.
     *
     * @param streamId the stream concerned; all of them when absent
     * @throws ConcurrentChangeException when the readers did not let it through; to be tried again
     */
    void replay(@Nullable String streamId) {
        Map<Integer, Long> first = firstOffsets(streamId == null ? new Document() : new Document("streamId", streamId));
        first.forEach(this::sendBack);
        LOG.info("parked=replay stream={} partitions={}", streamId == null ? "all" : streamId, first.size());
    }

    private Map<Integer, Long> firstOffsets(Document filter) {
        Map<Integer, Long> first = new HashMap<>();
        List<Document> page = List.of();
        do {
            Place place = page.isEmpty() ? Place.beginning("_id", false) : new Place("_id", false, null, page.getLast().getString("_id"));
            page = lists.page(View.PARKED, filter, place, PAGE, List.of("partition", "offset"));
            page.forEach(parked -> first.merge(parked.getInteger("partition"), parked.getLong("offset"), Math::min));
        } while (page.size() == PAGE);
        return first;
    }

    private void sendBack(int partition, long offset) {
        for (int attempt = 1; ; attempt++) {
            Document stored = store.find(View.PROGRESS, List.of(Progress.id(partition))).get(Progress.id(partition));
            if (stored == null) {
                // Nothing was read yet, so everything will be.
                return;
            }
            try {
                store.write(View.PROGRESS, List.of(Progress.of(stored).backTo(offset).write()));
                return;
            } catch (ConcurrentChangeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
