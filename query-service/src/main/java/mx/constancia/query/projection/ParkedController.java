package mx.constancia.query.projection;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import mx.constancia.query.http.Lists;
import mx.constancia.query.http.Page;
import mx.constancia.query.store.View;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What could not be projected and waits, for operators: {@code GET /parked}. */
@RestController
class ParkedController {

    private final Lists lists;

    ParkedController(Lists lists) {
        this.lists = lists;
    }

    /**
     * The events that could not be projected, those that wait behind them, and records that are no events.
     *
     * @param stream only those of this stream
     * @param cursor where the page before ended: its {@code next}
     * @param limit  lines in a page
     */
    @GetMapping("/parked")
    Page<Parked> parked(@RequestParam @Nullable String stream, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Document filter = stream == null ? new Document() : new Document("streamId", stream);
        return lists.page(View.PARKED, filter, cursor, limit, Parked::of);
    }

    /**
     * An event that waits, or a record that is no event.
     *
     * @param id        stream and version, or partition and offset
     * @param reason    why it waits
     * @param stream    its stream; the record's key where it is no event
     * @param version   its place in the stream
     * @param position  its place in the log
     * @param eventId   its id
     * @param type      its type, which this build may not know
     * @param since     when the log took it
     * @param partition where the topic has it
     * @param offset    where the partition has it
     */
    record Parked(String id, String reason, @Nullable String stream, @Nullable Long version, @Nullable Long position,
            @Nullable String eventId, @Nullable String type, @Nullable Instant since, int partition, long offset) {

        private static Parked of(Document document) {
            return new Parked(document.getString("_id"), document.getString("reason"), document.getString("streamId"),
                    document.getLong("version"), document.getLong("position"), document.getString("eventId"), document.getString("type"),
                    Optional.ofNullable(document.getDate("recordedAt")).map(Date::toInstant).orElse(null),
                    document.getInteger("partition"), document.getLong("offset"));
        }
    }
}
