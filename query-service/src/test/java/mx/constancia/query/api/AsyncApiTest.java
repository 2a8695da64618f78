package mx.constancia.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.EventTypes;
import mx.constancia.query.History;
import mx.constancia.testing.ApiContract;
import mx.constancia.testing.ApprovedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of topics and streams is committed and current; approve a change with {@code -Dcontract.approve=true}. */
class AsyncApiTest {

    private static final Path COMMITTED = Path.of("src/main/resources/asyncapi/asyncapi.yaml");
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document = JSON.valueToTree(AsyncApi.document());

    static Stream<String> eventTypes() {
        return EventTypes.all().stream().map(EventTypes::nameOf);
    }

    @Test
    void theCommittedDocumentIsCurrent() {
        ApprovedFile.assertCurrent(COMMITTED, AsyncApi.yaml(AsyncApi.document()));
    }

    @Test
    void itIsValidAsyncApi() {
        assertThat(ApiContract.objections(document.toString())).isEmpty();
    }

    @Test
    void itsHeadersAreThoseOfARecord() {
        CloudEventBinding binding = new CloudEventBinding("urn:test", "urn:test:");

        assertThat(binding.headers(new History().agency("segob").last())).containsOnlyKeys(AsyncApi.HEADERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void everyEventTypeIsOnBothTopicsAndItsSchemaTakesTheGoldenSample(String type) {
        String message = AsyncApi.messageId(type);

        assertThat(document.at("/channels/publicEvents/messages").has(message)).isTrue();
        assertThat(document.at("/channels/events/messages").has(message)).isTrue();
        String schema = resolved(resolved(document.at("/channels/publicEvents/messages/" + message)).at("/payload")).at("/$ref").asString();
        assertThat(schemas().getSchema(SchemaLocation.of("urn:constancia:schema:" + schema.replaceFirst("^/schemas/", "")))
                .validate(resource("samples/" + type + ".json"), InputFormat.JSON)).isEmpty();
    }

    private JsonNode resolved(JsonNode reference) {
        return document.at(reference.at("/$ref").asString().substring(1));
    }

    private static SchemaRegistry schemas() {
        Map<String, String> all = new HashMap<>();
        Stream.concat(eventTypes(), Stream.of("envelope.v1")).forEach(name ->
                all.put("urn:constancia:schema:" + name + ".json", resource("schemas/" + name + ".json")));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(all));
    }

    private static String resource(String name) {
        try (InputStream in = EventTypes.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
