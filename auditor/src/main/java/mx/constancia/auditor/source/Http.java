package mx.constancia.auditor.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/** Asks a service, patiently and within bounds. Follows no redirect: evidence comes from where the auditor points. */
public final class Http implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final long BACK_OFF_MILLIS = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final URI base;
    private final @Nullable String token;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Limits.CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();

    /**
     * @param base  address of the service
     * @param token access token of whoever asks; none for what is public
     */
    public Http(URI base, @Nullable String token) {
        this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
        this.token = token;
    }

    /** The service's address. */
    public URI base() {
        return base;
    }

    /**
     * A whole answer; empty when the service says that there is none.
     *
     * @param path  relative to the service's address
     * @param limit longest body in bytes
     */
    public Optional<byte[]> get(String path, int limit) {
        return get(path, "*/*", limit);
    }

    /** As {@link #get(String, int)}, of a media type. */
    public Optional<byte[]> get(String path, String accept, int limit) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> answer = whole(request(path, accept, "GET"), limit);
                if (answer.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                if (isGood(answer.statusCode())) {
                    return Optional.of(answer.body());
                }
                if (!isWorthRepeating(answer.statusCode()) || attempt == ATTEMPTS) {
                    throw new SourceException(base.toString(), path + " is answered with status " + answer.statusCode());
                }
            } catch (IOException | TimeoutException e) {
                if (attempt == ATTEMPTS) {
                    throw new SourceException(base.toString(), reason(e));
                }
            }
            backOff(attempt);
        }
    }

    /** The beginning of an answer that is read piece by piece; the caller closes its body. */
    HttpResponse<InputStream> open(String path, String accept) {
        return open(path, accept, "GET");
    }

    private HttpResponse<InputStream> open(String path, String accept, String method) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<InputStream> answer = awaited(client.sendAsync(request(path, accept, method), HttpResponse.BodyHandlers.ofInputStream()));
                if (isGood(answer.statusCode())) {
                    return answer;
                }
                answer.body().close();
                if (!isWorthRepeating(answer.statusCode()) || attempt == ATTEMPTS) {
                    throw new SourceException(base.toString(), path + " is answered with status " + answer.statusCode());
                }
            } catch (IOException | TimeoutException e) {
                if (attempt == ATTEMPTS) {
                    throw new SourceException(base.toString(), reason(e));
                }
            }
            backOff(attempt);
        }
    }

    /** A header of the answer to a question whose body is not wanted; empty when the answer has none. */
    Optional<String> header(String path, String accept, String name) {
        HttpResponse<InputStream> answer = open(path, accept, "HEAD");
        return answer.headers().firstValue(name);
    }

    /** Waits before something is tried again, longer each time. */
    void backOff(int attempt) {
        long most = BACK_OFF_MILLIS << Math.min(attempt, 6);
        try {
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(base.toString(), "interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest request(String path, String accept, String method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Limits.ANSWERED)
                .method(method, HttpRequest.BodyPublishers.noBody()).header("Accept", accept);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private HttpResponse<byte[]> whole(HttpRequest request, int limit) throws IOException, TimeoutException {
        return awaited(client.sendAsync(request, head -> isGood(head.statusCode()) ? new LimitedBody(limit) : HttpResponse.BodySubscribers.replacing(new byte[0])));
    }

    /** The client's own time-out ends with the headers; this one counts the body too. */
    private <T> T awaited(CompletableFuture<T> answer) throws IOException, TimeoutException {
        try {
            return answer.get(Limits.ANSWERED.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(base.toString(), "interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(Exception e) {
        return e instanceof TimeoutException ? "no answer within " + Limits.ANSWERED.toSeconds() + " s"
                : e.getMessage() == null ? "cannot be reached (" + e.getClass().getSimpleName() + ")" : e.getMessage();
    }

    private static boolean isGood(int status) {
        return status >= 200 && status < 300;
    }

    private static boolean isWorthRepeating(int status) {
        return status == TOO_MANY || status >= 500;
    }
}
