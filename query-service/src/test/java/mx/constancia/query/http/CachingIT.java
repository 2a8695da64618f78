package mx.constancia.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

import mx.constancia.query.History;
import mx.constancia.query.RunningQueryService;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What caches and browsers see of the answers. */
class CachingIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final History LOG = history();

    private static RunningQueryService service;

    @BeforeAll
    static void theLogIsProjected() {
        service = RunningQueryService.showing(LOG.events());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mechanisms", "/mechanisms/consejo", "/mechanisms/consejo?atVersion=2", "/mechanisms/consejo/timeline",
        "/mechanisms/consejo/appointments", "/mechanisms/consejo/seats", "/mechanisms/consejo/diff", "/agencies", "/agencies/segob", "/agencies/segob/diff", "/events", "/timeline", "/findings", "/totals?by=agency",
        "/schemas/envelope.v1.json", "/problems", "/problems/not-found", "/openapi.json", "/asyncapi.yaml"})
    void aBoundedAnswerIsNotSentAgainWhileItIsTheSame(String path) {
        HttpResponse<byte[]> first = get(path);
        String tag = header(first, "ETag");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag).isNotEmpty();
        for (String known : List.of(tag, "\"other\", " + tag, "W/\"other\"," + tag + ",\"third\"", weak(tag), strong(tag), "*", " * ")) {
            HttpResponse<byte[]> again = get(path, "If-None-Match", known);
            assertThat(again.statusCode()).as("If-None-Match: %s", known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
        }
        assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(get(path, "If-None-Match", "\"other\"", "If-None-Match", tag).statusCode()).as("several fields").isEqualTo(304);
        assertThat(get(path, "If-None-Match", "other, " + tag.replace("\"", "")).statusCode()).as("no entity tags").isEqualTo(200);
        HttpResponse<byte[]> head = head(path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "ETag")).isEqualTo(tag);
        for (String known : List.of(tag, weak(tag), "*")) {
            HttpResponse<byte[]> again = head(path, "If-None-Match", known);
            assertThat(again.statusCode()).as("HEAD with If-None-Match: %s", known).isEqualTo(304);
            assertThat(header(again, "ETag")).isEqualTo(tag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mechanisms/nada", "/mechanisms?limit=0", "/agencies/nada"})
    void whatHasNoAnswerHasNoneForAnyEntityTagEither(String path) {
        int status = get(path).statusCode();

        assertThat(status).isGreaterThanOrEqualTo(400);
        assertThat(get(path, "If-None-Match", "*").statusCode()).isEqualTo(status);
        assertThat(head(path, "If-None-Match", "*").statusCode()).isEqualTo(status);
    }

    @Test
    void whatIsTaggedByItsVersionIsTaggedStrongly() {
        assertThat(header(get("/mechanisms/consejo"), "ETag")).isEqualTo("\"" + LOG.last().version() + "\"");
    }

    @Test
    void anAnswerToATokenIsForItsBearerOnly() {
        String token = "Bearer " + TestTokens.shared().token("u", "segob", "OIC_AUDITOR");

        assertThat(header(get("/timeline"), "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(get("/timeline", "Authorization", token), "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(get("/timeline"), "Vary")).containsIgnoringCase("authorization");
        assertThat(header(get("/mechanisms/consejo/timeline"), "ETag"))
                .isNotEqualTo(header(get("/mechanisms/consejo/timeline", "Authorization", token), "ETag"));
        assertThat(header(get("/events?limit=2", "Authorization", token), "Cache-Control")).isEqualTo("private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/schemas/envelope.v1.json", "/problems/not-found", "/mechanisms/consejo?atVersion=2",
        "/mechanisms/consejo?atPosition=3", "/agencies/segob?atVersion=1", "/events?limit=2"})
    void whatNeverChangesSaysSo(String path) {
        assertThat(header(get(path), "Cache-Control")).contains("public", "immutable");
    }

    @Test
    void aPageThatIsNotFullIsAskedForAgain() {
        assertThat(header(get("/events?limit=200"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void aProblemIsNotKept() {
        assertThat(header(get("/mechanisms/nada"), "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void listsLinesAndFilesAreCompressedForWhoTakesIt() throws IOException {
        for (String accept : List.of("application/json", "application/x-ndjson")) {
            HttpResponse<byte[]> packed = get("/events", "Accept", accept, "Accept-Encoding", "gzip");
            assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
            assertThat(header(packed, "Vary")).contains("accept-encoding");
            assertThat(unpacked(packed)).isEqualTo(new String(get("/events", "Accept", accept).body(), StandardCharsets.UTF_8));
        }
        assertThat(header(get("/timeline?format=csv", "Accept-Encoding", "gzip"), "Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void peopleReadTheApiWithoutAnythingFromElsewhere() {
        assertThat(header(get("/docs"), "Location")).endsWith("/docs/index.html");
        for (String page : List.of("/docs/index.html", "/docs/initializer.js", "/docs/swagger-ui/swagger-ui.css", "/docs/swagger-ui/swagger-ui-bundle.js")) {
            HttpResponse<byte[]> answer = get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
        }
        assertThat(new String(get("/docs/index.html").body(), StandardCharsets.UTF_8)).doesNotContain("http:", "https:");
    }

    @Test
    void whyAPartIsDownIsForOperators() {
        assertThat(new String(get("/actuator/health").body(), StandardCharsets.UTF_8)).contains("\"projection\"").doesNotContain("details");
        assertThat(service.get("/actuator/health").body().toString()).contains("details");
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }

    private static String strong(String tag) {
        return tag.replaceFirst("^W/", "");
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(service.address().resolve(path)).GET(), headers);
    }

    private static HttpResponse<byte[]> head(String path, String... headers) {
        return send(HttpRequest.newBuilder(service.address().resolve(path)).HEAD(), headers);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String unpacked(HttpResponse<byte[]> response) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static History history() {
        History history = new History().agency("segob").proposed("consejo", "segob", "Consejo").determined("consejo", "segob")
                .invited("consejo", "segob", "I-1");
        for (int call = 1; call <= 6; call++) {
            history.called("consejo", "segob", "C-" + call);
        }
        return history;
    }
}
