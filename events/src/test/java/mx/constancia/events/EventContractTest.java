package mx.constancia.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * The committed schemas and golden samples are the contract: a change of a record shows here as a difference. After review,
 * run with {@code -Dcontract.approve=true} to accept it.
 */
class EventContractTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final boolean APPROVE = Boolean.getBoolean("contract.approve");

    private final EventSchemas schemas = new EventSchemas();

    static Stream<DomainEvent> samples() {
        return Samples.all().stream();
    }

    @Test
    void everyEventTypeHasASample() {
        assertThat(Samples.all().stream().map(event -> EventTypes.nameOf(event.getClass())).toList())
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().stream().map(EventTypes::nameOf).toList());
    }

    @Test
    void theEnvelopesSchemaIsUnchanged() {
        assertUnchanged(SCHEMAS.resolve(EventSchemas.ENVELOPE + ".json"), pretty(schemas.ofEnvelope()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSchemaIsUnchanged(DomainEvent event) {
        assertUnchanged(SCHEMAS.resolve(EventTypes.nameOf(event.getClass()) + ".json"), pretty(schemas.of(event.getClass())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theGoldenSampleIsUnchanged(DomainEvent event) {
        assertUnchanged(SAMPLES.resolve(EventTypes.nameOf(event.getClass()) + ".json"), pretty(wire(Samples.stored(event, 0))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theGoldenSampleFollowsTheSchema(DomainEvent event) {
        String name = EventTypes.nameOf(event.getClass());
        assertThat(schema(name).validate(read(SAMPLES.resolve(name + ".json")), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thePublicRecordFollowsTheSameSchema(DomainEvent event) {
        StoredEvent open = Samples.stored(event, 0).publicOnly();
        assertThat(schema(open.type()).validate(wire(open).toString(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theGoldenSampleDecodesToTheEvent(DomainEvent event) {
        String name = EventTypes.nameOf(event.getClass());
        JsonNode golden = EventJson.MAPPER.readTree(read(SAMPLES.resolve(name + ".json")));
        StoredEvent stored = Samples.stored(event, 0);
        StoredEvent fromGolden = new StoredEvent(0, stored.eventId(), stored.streamId(), 1, name, stored.recordedAt(),
                golden.get("envelope").toString(), golden.get("public").toString(),
                golden.has("restricted") ? golden.get("restricted").toString() : null, null, null);
        assertThat(EventCodec.decode(fromGolden).event()).isEqualTo(event);
    }

    @Test
    void noSchemaOrSampleIsLeftWithoutAnEventType() throws IOException {
        List<String> known = Stream.concat(EventTypes.all().stream().map(EventTypes::nameOf), Stream.of(EventSchemas.ENVELOPE))
                .map(name -> name + ".json").toList();
        assertThat(names(SCHEMAS)).containsExactlyInAnyOrderElementsOf(known);
        assertThat(known).containsAll(names(SAMPLES));
    }

    private Schema schema(String name) {
        Map<String, String> byId = new HashMap<>();
        for (String each : List.of(name, EventSchemas.ENVELOPE)) {
            byId.put(EventSchemas.BASE + each + ".json", read(SCHEMAS.resolve(each + ".json")));
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId))
                .getSchema(SchemaLocation.of(EventSchemas.BASE + name + ".json"));
    }

    private static JsonNode wire(StoredEvent stored) {
        return EventJson.MAPPER.readTree(new CloudEventBinding("urn:test", EventSchemas.BASE).value(stored));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }

    private static void assertUnchanged(Path file, String actual) {
        if (APPROVE) {
            write(file, actual);
        }
        assertThat(file).exists();
        assertThat(actual).isEqualTo(read(file));
    }

    private static String pretty(JsonNode node) {
        return EventJson.MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(node) + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
