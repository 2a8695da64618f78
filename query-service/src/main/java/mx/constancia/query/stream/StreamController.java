package mx.constancia.query.stream;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.http.Reader;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.replay.EventFilter;
import mx.constancia.query.replay.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log as server-sent events, each client on its request's own virtual thread. */
@RestController
class StreamController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final VisibleHead head;
    private final HeadWatch watch;
    private final SharedPages pages;
    private final StreamProperties properties;
    private final Clock clock;
    private final StreamGate gate;

    StreamController(VisibleHead head, HeadWatch watch, SharedPages pages, StreamProperties properties, Clock clock, StreamGate gate) {
        this.head = head;
        this.watch = watch;
        this.pages = pages;
        this.properties = properties;
        this.clock = clock;
        this.gate = gate;
    }

    /**
     * The log as it grows: events after {@code Last-Event-ID} or {@code after}, or from {@code from} on; without any of them,
     * those to come.
     *
     * @param from        first position
     * @param after       the last position that the client knows
     * @param lastEventId the id of the last event that the client had; it comes before the parameters
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestParam @Nullable Long from,
            @RequestParam @Nullable Long after,
            EventFilter filter,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable Long lastEventId,
            @Nullable Authentication authentication, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        long named = Stream.of(from, after, lastEventId).filter(Objects::nonNull).mapToLong(Long::longValue).max().orElse(Long.MAX_VALUE);
        long known = known(from, after, lastEventId, head.atLeast(named));
        gate.answer(request, response, frames -> new EventStream(
                watch, pages, properties, clock, filter, Reader.of(authentication), StreamGate.until(authentication), frames).run(known));
    }

    /** The position that the client knows. The header comes first: a browser that connects again sends it to the address that it began with. */
    private static long known(@Nullable Long from, @Nullable Long after, @Nullable Long lastEventId, long head) {
        OptionalLong last = Positions.upTo(head, LAST_EVENT_ID, lastEventId);
        long before = Positions.upTo(head, "after", after).orElse(VisibleHead.NONE);
        long first = Positions.upTo(head, "from", from).orElse(0);
        if (last.isPresent()) {
            return Math.max(last.getAsLong(), first - 1);
        }
        return after != null || from != null ? Math.max(before, first - 1) : head;
    }
}
