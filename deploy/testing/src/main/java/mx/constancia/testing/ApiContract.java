package mx.constancia.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.apicurio.datamodels.Library;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A committed OpenAPI document; what really goes over the wire in tests is held against it. */
public final class ApiContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    /** The document in this text. */
    public ApiContract(String json) {
        this.document = JSON.readTree(json);
    }

    /**
     * Reads a document.
     *
     * @param resource its name on the class path
     */
    public static ApiContract of(String resource) {
        try (InputStream in = ApiContract.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource + " on the class path");
            }
            return new ApiContract(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A request and its answer.
     *
     * @param target      path and query
     * @param body        the request's body; empty when it has none
     * @param contentType of the answer; empty when it has no body
     * @param answer      the answer's body
     */
    public record Exchange(String method, String target, String body, int status, String contentType, String answer) {

        private String path() {
            return target.replaceFirst("[?#].*", "");
        }

        private String mediaType() {
            return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        }
    }

    /** What the specification objects to in a document, JSON or not, OpenAPI or AsyncAPI; nothing when it is valid. */
    public static List<String> objections(String json) {
        return Library.validate(Library.readDocumentFromJSONString(json), null).stream()
                .map(problem -> problem.errorCode + " " + problem.nodePath + " " + problem.property + ": " + problem.message).toList();
    }

    /** The operations of the document, such as {@code GET /events}. */
    public Set<String> operations() {
        Set<String> operations = new HashSet<>();
        document.at("/paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /**
     * Holds an exchange against the document.
     *
     * @throws AssertionError when the document does not describe it
     */
    public void check(Exchange exchange) {
        List<String> wrong = exchange.path().startsWith("/actuator") ? List.of() : wrong(exchange);
        if (!wrong.isEmpty()) {
            throw new AssertionError(exchange.method() + " " + exchange.target() + " was answered with " + exchange.status()
                    + " and does not follow the API document: " + String.join("; ", wrong) + "\n" + exchange.answer());
        }
    }

    private List<String> wrong(Exchange exchange) {
        JsonNode operation = operation(exchange);
        if (operation == null) {
            return exchange.status() >= 400 ? answered(exchange, problem()) : List.of("it has no such operation");
        }
        JsonNode response = resolved(operation.at("/responses/" + exchange.status()));
        if (response.isMissingNode()) {
            return List.of("the operation has no such answer");
        }
        List<String> wrong = new ArrayList<>(answered(exchange, response));
        if (exchange.status() < 300) {
            wrong.addAll(asked(exchange, operation));
        }
        return wrong;
    }

    private List<String> asked(Exchange exchange, JsonNode operation) {
        List<String> wrong = new ArrayList<>();
        Set<String> known = new HashSet<>();
        operation.path("parameters").forEach(parameter -> known.add(resolved(parameter).at("/name").asString()));
        String query = exchange.target().contains("?") ? exchange.target().replaceFirst("^[^?]*\\?", "") : "";
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
            String name = parameter.replaceFirst("=.*", "");
            if (!known.contains(name)) {
                wrong.add("the parameter " + name + " is not declared");
            }
        }
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        if (!body.isMissingNode()) {
            wrong.addAll(misfits(body, exchange.body()));
        }
        return wrong;
    }

    private List<String> answered(Exchange exchange, JsonNode response) {
        if (exchange.answer().isEmpty()) {
            return List.of();
        }
        JsonNode media = response.path("content").path(exchange.mediaType());
        if (media.isMissingNode()) {
            return List.of("the answer has no media type " + exchange.mediaType());
        }
        boolean json = exchange.mediaType().equals("application/json") || exchange.mediaType().endsWith("+json");
        return json ? misfits(media.path("schema"), exchange.answer()) : List.of();
    }

    private List<String> misfits(JsonNode schema, String json) {
        return compiled.computeIfAbsent(schema, this::compile).validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage()).toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("$defs", document.at("/components/schemas"));
        whole.putArray("allOf").add(schema);
        return SCHEMAS.getSchema(whole.toString().replace("\"#/components/schemas/", "\"#/$defs/"), InputFormat.JSON);
    }

    private @Nullable JsonNode operation(Exchange exchange) {
        String method = "HEAD".equals(exchange.method()) ? "get" : exchange.method().toLowerCase(Locale.ROOT);
        return document.at("/paths").properties().stream()
                .filter(path -> exchange.path().matches(path.getKey().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparingInt(path -> path.getKey().length() - path.getKey().replace("{", "").length()))
                .map(path -> path.getValue().get(method))
                .orElse(null);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.at("/$ref").asString().substring(1)) : node;
    }

    private JsonNode problem() {
        ObjectNode response = JSON.createObjectNode();
        response.putObject("content").putObject(PROBLEM).putObject("schema").put("$ref", "#/components/schemas/Problem");
        return response;
    }
}
