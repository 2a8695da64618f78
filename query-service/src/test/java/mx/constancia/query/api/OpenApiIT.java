package mx.constancia.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import mx.constancia.query.RunningQueryService;
import mx.constancia.query.Topic;
import mx.constancia.testing.ApiContract;
import mx.constancia.testing.ApprovedFile;
import mx.constancia.testing.Parts;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API document is committed and current. After a change of an endpoint or an answer, run with
 * {@code -Dit.test=OpenApiIT -Dcontract.approve=true} and look at the difference.
 */
class OpenApiIT {

    private static final Path COMMITTED = Path.of("src/main/resources/openapi/query-service.json");

    private static Topic topic;
    private static RunningQueryService service;
    private static String generated;

    @BeforeAll
    static void theDocumentIsGenerated() throws IOException, InterruptedException {
        topic = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "events");
        service = RunningQueryService.start(Parts.kafka().bootstrapServers(), Parts.mongo().newDatabaseUri(), topic.name(),
                "--springdoc.api-docs.enabled=true", "--springdoc.writer-with-order-by-keys=true",
                "--springdoc.default-flat-param-object=true", "--springdoc.override-with-generic-response=false",
                "--springdoc.default-produces-media-type=application/json");
        URI address = service.address().resolve("/v3/api-docs");
        String body = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
        JsonMapper json = new JsonMapper();
        JsonNode document = json.readTree(body);
        ((ObjectNode) document).remove("servers");
        generated = document.toPrettyString() + "\n";
    }

    @AfterAll
    static void stop() {
        service.close();
        topic.close();
    }

    @Test
    void theCommittedDocumentIsCurrent() {
        ApprovedFile.assertCurrent(COMMITTED, generated);
    }

    @Test
    void itIsValidOpenApi() {
        assertThat(generated).contains("\"openapi\" : \"3.1.");
        assertThat(ApiContract.objections(generated)).isEmpty();
    }

    @Test
    void everyAddressIsInIt() {
        Set<String> addresses = Objects.requireNonNull(service.bean(DispatcherServlet.class).getHandlerMappings()).stream()
                .filter(mapping -> mapping.getClass() == RequestMappingHandlerMapping.class)
                .flatMap(mapping -> ((RequestMappingHandlerMapping) mapping).getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> "GET " + pattern.replaceAll("\\{\\*?([^:}]+)(:[^}]+)?}", "{$1}"))
                .filter(address -> !address.contains("/error") && !address.contains("/v3/api-docs"))
                .collect(Collectors.toSet());

        assertThat(new ApiContract(generated).operations()).containsExactlyInAnyOrderElementsOf(addresses);
    }

    @Test
    void everyOperationSaysWhatItAnswersAndEveryAnswerHasASchema() {
        JsonNode document = new JsonMapper().readTree(generated);
        document.at("/paths").forEach(path -> path.forEach(operation -> {
            assertThat(operation.at("/summary").asString("")).as("%s has a doc comment", operation.at("/operationId")).isNotBlank();
            operation.at("/responses/200/content").forEach(content -> assertThat(content.at("/schema").isMissingNode()).isFalse());
            assertThat(operation.at("/responses/200/content").size()).isPositive();
        }));
    }
}
