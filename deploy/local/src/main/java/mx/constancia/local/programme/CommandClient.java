package mx.constancia.local.programme;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import mx.constancia.local.token.TokenClient;
import mx.constancia.local.token.TokenException;

import tools.jackson.databind.json.JsonMapper;

/** Issues commands through the public HTTP API, each demo user with its own token. Not for use by several threads. */
final class CommandClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, String> tokens = new HashMap<>();
    private final TokenClient issuer;
    private final URI commands;

    CommandClient(URI issuer, URI commands) {
        this.issuer = new TokenClient(issuer);
        this.commands = commands;
    }

    /**
     * Sends one command.
     *
     * @throws IOException if the service does not answer
     * @throws TokenException if the issuer gives the user no token
     */
    Answer send(String user, String address, String idempotencyKey, Map<String, Object> body)
            throws IOException, InterruptedException, TokenException {
        HttpRequest request = HttpRequest.newBuilder(commands.resolve("/" + address)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", '"' + idempotencyKey + '"')
                .header("If-Match", "*")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers().firstValue("Idempotency-Replayed").isPresent(),
                response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()));
    }

    private String token(String user) throws InterruptedException, TokenException {
        String token = tokens.get(user);
        if (token == null) {
            token = issuer.accessToken(user, user);
            tokens.put(user, token);
        }
        return token;
    }

    @Override
    public void close() {
        http.close();
    }
}
