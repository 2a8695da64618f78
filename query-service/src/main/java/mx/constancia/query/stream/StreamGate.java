package mx.constancia.query.stream;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Semaphore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Lets in as many clients of live streams as there are places, and tells each why its stream ends. */
@Component
class StreamGate {

    private static final Logger LOG = LoggerFactory.getLogger(StreamGate.class);

    private final HeadWatch watch;
    private final Semaphore places;

    StreamGate(HeadWatch watch, StreamProperties properties, MeterRegistry meters) {
        this.watch = watch;
        this.places = new Semaphore(properties.clients());
        Gauge.builder("constancia.stream.clients", places, free -> properties.clients() - free.availablePermits())
                .description("Clients of the live streams").register(meters);
    }

    /** A stream of one client. */
    interface Body {

        /** Sends until the service ends the stream, and says why it does. */
        CutOff send(Frames frames) throws IOException, InterruptedException;
    }

    /** Sends the stream on the request's own thread, and returns when it has ended. */
    void answer(HttpServletRequest request, HttpServletResponse response, Body body) throws IOException, InterruptedException {
        if (!watch.isRunning() || !places.tryAcquire()) {
            throw new Problem(ProblemType.OVERLOADED, ProblemType.OVERLOADED.explanation());
        }
        watch.joined();
        try {
            ShallowEtagHeaderFilter.disableContentCaching(request);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                send(body, new Frames(response.getOutputStream()));
            }
        } finally {
            watch.left();
            places.release();
        }
    }

    private static void send(Body body, Frames frames) throws InterruptedException {
        try {
            CutOff reason = body.send(frames);
            LOG.info("outcome=stream-cut-off reason={}", reason.code());
            frames.cutOff(reason);
        } catch (IOException e) {
            LOG.info("outcome=stream-left reason={}", e.getClass().getSimpleName());
        }
    }

    /** When the token expires under which a stream is opened; {@link Instant#MAX} for the public. */
    static Instant until(@Nullable Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                ? Objects.requireNonNullElse(token.getToken().getExpiresAt(), Instant.MAX)
                : Instant.MAX;
    }
}
