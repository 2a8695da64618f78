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
 * Fetches a document of the issuer at most once in an interval, and gives the last one again in between. One request asks at
 * a time; what fails is not kept.
 */
final class SeldomFetched implements ClientHttpRequestInterceptor {

    private final Duration interval;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<URI, Fetched> last = new HashMap<>();

    SeldomFetched(Duration interval, Clock clock) {
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        lock.lock();
        try {
            Fetched known = last.get(request.getURI());
            if (known != null && clock.instant().isBefore(known.at().plus(interval))) {
                return known.again();
            }
            try (ClientHttpResponse response = execution.execute(request, body)) {
                Fetched now = new Fetched(clock.instant(), response.getStatusCode(), response.getHeaders(), response.getBody().readAllBytes());
                if (response.getStatusCode().is2xxSuccessful()) {
                    last.put(request.getURI(), now);
                }
                return now.again();
            }
        } finally {
            lock.unlock();
        }
    }

    private record Fetched(Instant at, HttpStatusCode status, HttpHeaders headers, byte[] body) {

        ClientHttpResponse again() {
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
