package mx.constancia.query.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.replay.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counters that follow the log, as server-sent events. They are public: what is counted is. */
@RestController
class TotalsStreamController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final VisibleHead head;
    private final HeadWatch watch;
    private final LiveTotals totals;
    private final StreamProperties properties;
    private final Clock clock;
    private final StreamGate gate;

    TotalsStreamController(VisibleHead head, HeadWatch watch, LiveTotals totals, StreamProperties properties, Clock clock, StreamGate gate) {
        this.head = head;
        this.watch = watch;
        this.totals = totals;
        this.properties = properties;
        this.clock = clock;
        this.gate = gate;
    }

    /**
     * Live counters for a board: events, findings and mechanisms, at once and whenever they change, at most once a second. They
     * change without a new event, and so without a new id, when the read models were built anew.
     *
     * @param agency      only this agency's
     * @param lastEventId the id of the last counters that the client had; one that is beyond the head is of another log
     */
    @GetMapping(path = "/stream/totals", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void totals(
            @RequestParam @Nullable String agency,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable Long lastEventId,
            @Nullable Authentication authentication, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        long visible = head.refresh();
        Positions.upTo(visible, LAST_EVENT_ID, lastEventId);
        gate.answer(request, response, frames -> send(visible, agency, StreamGate.until(authentication), frames));
    }

    private CutOff send(long visible, @Nullable String agency, Instant until, Frames frames) throws IOException, InterruptedException {
        frames.heartbeat();
        frames.flush();
        try {
            long now = visible;
            LiveTotals.Totals sent = null;
            while (clock.instant().isBefore(until)) {
                if (sent == null || now > sent.position() || totals.isOfOtherViews(sent)) {
                    sent = send(now, sent, agency, frames);
                    // Longer than one count takes, so that the next one is a new one.
                    TimeUnit.NANOSECONDS.sleep(properties.totalsEvery().toNanos());
                } else {
                    frames.heartbeat();
                }
                frames.flush();
                now = watch.awaitBeyond(sent.position(), properties.heartbeat());
            }
            return CutOff.TOKEN_EXPIRED;
        } catch (MovingHead.ClosingException e) {
            return CutOff.CLOSING;
        } catch (MongoException e) {
            return CutOff.VIEWS_UNAVAILABLE;
        }
    }

    private LiveTotals.Totals send(long visible, LiveTotals.@Nullable Totals sent, @Nullable String agency, Frames frames)
            throws IOException, InterruptedException {
        LiveTotals.Totals counted = totals.at(visible);
        if (counted != sent) {
            frames.totals(counted.position(), counted.json(agency));
            frames.flush();
        }
        return counted;
    }
}
