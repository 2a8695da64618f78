package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import mx.constancia.events.StoredEvent;
import mx.constancia.testing.ApiContract;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestTokens;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs in production, on the parts that a test names. */
public final class RunningQueryService implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    /** The API document is part of what every test tests. */
    private static final ApiContract CONTRACT = ApiContract.of("openapi/query-service.json");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final String address;

    private RunningQueryService(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    public static RunningQueryService start(String bootstrapServers, String mongoUri, String topic, String... more) {
        Map<String, String> settings = new LinkedHashMap<>();
        Stream.concat(Stream.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.mongodb.uri=" + mongoUri,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.shared().issuer(),
                "--constancia.projection.topic=" + topic,
                "--constancia.projection.group=" + topic,
                "--constancia.ledger.topic=" + topic + ".ledger",
                "--constancia.ledger.group=" + topic + ".ledger",
                "--constancia.ledger.watch=200ms",
                "--constancia.projection.watch=200ms",
                "--constancia.projection.retry-pause=200ms"), Stream.of(more))
                // Spring would take two values for a list.
                .forEach(setting -> settings.put(setting.substring(0, setting.indexOf('=')), setting));
        return new RunningQueryService(new SpringApplicationBuilder(QueryServiceApplication.class)
                .registerShutdownHook(false).run(settings.values().toArray(String[]::new)));
    }

    /** On parts of its own, once it has projected a log. */
    public static RunningQueryService showing(List<StoredEvent> log, String... more) {
        String bootstrapServers = Parts.kafka().bootstrapServers();
        String name = Parts.kafka().newPrefix() + "events";
        try (Topic topic = Topic.create(bootstrapServers, name)) {
            topic.send(log);
        }
        RunningQueryService service = start(bootstrapServers, Parts.mongo().newDatabaseUri(), name,
                Stream.concat(Stream.of("--constancia.http.min-position-wait=30s"), Stream.of(more)).toArray(String[]::new));
        assertThat(service.get("/events?limit=1&min-position=" + log.getLast().position()).status()).isEqualTo(200);
        return service;
    }

    /** An answer whose body is JSON. */
    public record Answer(int status, Map<String, List<String>> headers, JsonNode body) {

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** What health shows, it shows in full: whoever asks without a token is an operator there. */
    public Answer get(String path, String... headers) {
        if (path.startsWith("/actuator/health") && headers.length == 0) {
            return getAs(TestTokens.shared().token("operator-1", "none", "OPERATOR"), path);
        }
        HttpResponse<String> response = send(HttpResponse.BodyHandlers.ofString(), path, headers);
        CONTRACT.check(new ApiContract.Exchange("GET", path, "", response.statusCode(),
                response.headers().firstValue("content-type").orElse(""), response.body()));
        return new Answer(response.statusCode(), response.headers().map(),
                response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body()));
    }

    /** An answer of any media type. */
    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(HttpResponse.BodyHandlers.ofByteArray(), path, headers);
    }

    /** An answer that is read line by line, while it comes. */
    public HttpResponse<Stream<String>> lines(String path, String... headers) {
        return send(HttpResponse.BodyHandlers.ofLines(), path, headers);
    }

    private <T> HttpResponse<T> send(HttpResponse.BodyHandler<T> body, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer getAs(String token, String path) {
        return get(path, "Authorization", "Bearer " + token);
    }

    public URI address() {
        return URI.create(address);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
