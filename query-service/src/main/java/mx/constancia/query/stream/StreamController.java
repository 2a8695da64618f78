package mx.constancia.query.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.replay.EventFilter;
import mx.constancia.query.replay.Positions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log as server-sent events, each client on its request's own virtual thread. */
@RestController
class StreamController {

    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final VisibleHead head;
    private final HeadWatch watch;
    private final SharedPages pages;
    private final StreamProperties properties;
    private final Clock clock;
    private final Semaphore places;

    StreamController(VisibleHead head, HeadWatch watch, SharedPages pages, StreamProperties properties, Clock clock, MeterRegistry meters) {
        this.head = head;
        this.watch = watch;
        this.pages = pages;
        this.properties = properties;
        this.clock = clock;
        this.places = new Semaphore(properties.clients());
        Gauge.builder("constancia.stream.clients", places, free -> properties.clients() - free.availablePermits())
                .description("Clients of the live stream").register(meters);
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
        long known = known(from, after, lastEventId, head.refresh());
        if (!watch.isRunning() || !places.tryAcquire()) {
            throw new Problem(ProblemType.OVERLOADED, ProblemType.OVERLOADED.explanation());
        }
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("X-Accel-Buffering", "no");
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                send(known, filter, authentication, new Frames(response.getOutputStream()));
            }
        } finally {
            places.release();
        }
    }

    private void send(long after, EventFilter filter, @Nullable Authentication authentication, Frames frames) throws InterruptedException {
        try {
            CutOff reason = new EventStream(watch, pages, properties, clock, filter, Reader.of(authentication), until(authentication), frames)
                    .run(after);
            LOG.info("outcome=stream-cut-off reason={}", reason.code());
            frames.cutOff(reason);
        } catch (IOException e) {
            LOG.info("outcome=stream-left reason={}", e.getClass().getSimpleName());
        }
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

    private static Instant until(@Nullable Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                ? Objects.requireNonNullElse(token.getToken().getExpiresAt(), Instant.MAX)
                : Instant.MAX;
    }
}
