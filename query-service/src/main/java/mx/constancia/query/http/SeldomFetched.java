package mx.constancia.query.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Fetches a document of the issuer at most once in an interval, and gives the last one again in between, or fails again. One
 * request asks at a time; without an interval those that come while the issuer does not answer would wait one after the other.
 */
final class SeldomFetched implements ClientHttpRequestInterceptor {

    private final Duration interval;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<URI, Outcome> last = new HashMap<>();

    SeldomFetched(Duration interval, Clock clock) {
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        lock.lock();
        try {
            Outcome known = last.get(request.getURI());
            if (known == null || !clock.instant().isBefore(known.at().plus(interval))) {
                known = outcome(request, body, execution);
                last.put(request.getURI(), known);
            }
            return known.again();
        } finally {
            lock.unlock();
        }
    }

    private Outcome outcome(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        try (ClientHttpResponse response = execution.execute(request, body)) {
            return new Fetched(clock.instant(), response.getStatusCode(), response.getHeaders(), response.getBody().readAllBytes());
        } catch (IOException e) {
            return new Failed(clock.instant(), e);
        }
    }

    /** What came of asking. */
    private sealed interface Outcome {

        Instant at();

        ClientHttpResponse again() throws IOException;
    }

    private record Failed(Instant at, IOException reason) implements Outcome {

        @Override
        public ClientHttpResponse again() throws IOException {
            throw new IOException("The issuer does not answer", reason);
        }
    }

    private record Fetched(Instant at, HttpStatusCode status, HttpHeaders headers, byte[] body) implements Outcome {

        @Override
        public ClientHttpResponse again() {
            return new Again(this);
        }
    }

    private record Again(Fetched fetched) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() {
            return fetched.status();
        }

        @Override
        public String getStatusText() {
            HttpStatus status = HttpStatus.resolve(fetched.status().value());
            return status == null ? "" : status.getReasonPhrase();
        }

        @Override
        public HttpHeaders getHeaders() {
            return fetched.headers();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(fetched.body());
        }

        @Override
        public void close() {
            // Everything is in memory.
        }
    }
}
