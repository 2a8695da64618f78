package mx.constancia.query.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import mx.constancia.events.EventTypes;

import org.yaml.snakeyaml.Yaml;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of one address gets, held against the committed AsyncAPI document frame by frame. */
final class StreamContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT = JSON.valueToTree(new Yaml().load(resource("asyncapi/asyncapi.yaml")));
    private static final String ENVELOPE = "/schemas/envelope.v1.json";
    private static final String ENVELOPE_ID = "urn:constancia:schema:envelope.v1.json";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder
            .schemas(Map.of(ENVELOPE_ID, resource("schemas/envelope.v1.json")))
            .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private final JsonNode channel;
    private final List<String> frame = new ArrayList<>();
    private final List<String> objections = new CopyOnWriteArrayList<>();

    private StreamContract(JsonNode channel) {
        this.channel = channel;
    }

    /** The contract of an address, whatever is asked there. */
    static StreamContract of(String path) {
        String address = path.replaceFirst("[?].*", "");
        return new StreamContract(DOCUMENT.at("/channels").valueStream()
                .filter(channel -> channel.at("/address").asString().equals(address)).findFirst().orElseThrow());
    }

    /** The next line; an empty one ends a frame. */
    void take(String line) {
        if (!line.isEmpty()) {
            frame.add(line);
            return;
        }
        objections.addAll(misfits());
        frame.clear();
    }

    /** What of all frames until now does not follow the document. */
    List<String> objections() {
        return objections;
    }

    private List<String> misfits() {
        if (frame.equals(List.of(": heartbeat"))) {
            return List.of();
        }
        String event = field("event");
        return channel.at("/messages").valueStream().map(StreamContract::resolved)
                .filter(message -> message.at("/name").asString("").equals(event)).findFirst()
                .map(message -> misfits(message.at("/payload/$ref").asString().replaceFirst(".*/", "")))
                .orElseGet(() -> List.of("no event " + event + " is described: " + frame));
    }

    private List<String> misfits(String schemaName) {
        JsonNode schema = DOCUMENT.at("/components/schemas/" + schemaName);
        String data = field("data");
        List<String> wrong = new ArrayList<>();
        COMPILED.computeIfAbsent(schemaName, name -> SCHEMAS.getSchema(schema.toString().replace(ENVELOPE, ENVELOPE_ID), InputFormat.JSON))
                .validate(data, InputFormat.JSON).forEach(error -> wrong.add(error.getInstanceLocation() + " " + error.getMessage() + ": " + data));
        JsonNode payload = JSON.readTree(data);
        payload.propertyNames().stream().filter(name -> !schema.at("/properties").has(name))
                .forEach(name -> wrong.add("the member " + name + " of " + schemaName + " is not described"));
        String id = field("id");
        if (!id.equals(payload.at("/position").asString(""))) {
            wrong.add("the id is " + id + ": " + data);
        }
        return wrong;
    }

    private String field(String name) {
        return frame.stream().filter(line -> line.startsWith(name + ": ")).map(line -> line.substring(name.length() + 2)).findFirst().orElse("");
    }

    private static JsonNode resolved(JsonNode reference) {
        return DOCUMENT.at(reference.at("/$ref").asString().substring(1));
    }

    /** The reasons for which a stream may end, by the document. */
    static List<String> reasons() {
        return DOCUMENT.at("/components/schemas/cutOff/properties/reason/enum").valueStream().map(JsonNode::asString).toList();
    }

    private static String resource(String name) {
        try (InputStream in = EventTypes.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
