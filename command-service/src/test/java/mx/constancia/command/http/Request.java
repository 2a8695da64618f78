package mx.constancia.command.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import mx.constancia.testing.ApiContract;

/** A request over real HTTP; a valid command in its form unless a test changes it. */
final class Request {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    /** The API document is part of what every test tests. */
    private static final ApiContract CONTRACT = ApiContract.of("openapi/command-service.json");
    private static final JsonMapper JSON = new JsonMapper();

    private URI address;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String method = "POST";
    private BodyPublisher body = BodyPublishers.noBody();
    private String text = "";

    private Request(URI address) {
        this.address = address;
    }

    /** A reply; {@code json} is a missing node where the body is no JSON. */
    record Reply(int status, HttpResponse<String> response, JsonNode json) {

        @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String body() {
            return response.body();
        }
    }

    static Request command(URI service, String path) {
        return new Request(service.resolve(path))
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    static Request get(URI service, String path) {
        return new Request(service.resolve(path)).method("GET");
    }

    Request method(String other) {
        method = other;
        return this;
    }

    Request at(URI service, String path) {
        address = service.resolve(path);
        return this;
    }

    Request with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Request without(String header) {
        headers.remove(header);
        return this;
    }

    Request as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Request seen(long version) {
        return with("If-Match", "\"" + version + "\"");
    }

    Request key(String key) {
        return with("Idempotency-Key", key);
    }

    Request body(String json) {
        body = BodyPublishers.ofString(json);
        text = json;
        return this;
    }

    Request body(BodyPublisher publisher) {
        body = publisher;
        return this;
    }

    Reply send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            String target = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
            CONTRACT.check(new ApiContract.Exchange(method, target, text, response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""), response.body()));
            return new Reply(response.statusCode(), response, parse(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(HttpResponse<String> response) {
        boolean json = response.headers().firstValue("Content-Type").filter(type -> type.contains("json") && !type.contains("ndjson")).isPresent();
        return json ? JSON.readTree(response.body()) : JSON.missingNode();
    }
}
