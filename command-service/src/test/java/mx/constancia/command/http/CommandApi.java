package mx.constancia.command.http;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import mx.constancia.command.http.body.CommandShape;
import mx.constancia.command.http.body.Shape;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;

/** Writes the API document of the commands (OpenAPI 3.1) from their catalogue. */
final class CommandApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCHEMAS = "#/components/schemas/";
    /** Answers to what is no request of the document's. */
    private static final List<Integer> ELSEWHERE = List.of(405, 431);

    private final ObjectNode document = JSON.createObjectNode();
    private final ObjectNode schemas;

    private CommandApi() {
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "Constancia: commands").put("version", "1").put("description",
                "What is recorded about citizen participation mechanisms, in the words of the Guidelines. A command is judged by the "
                        + "rulebook in force on its legal date: a breach of an integrity rule (H1) is always rejected; that of a legal "
                        + "precondition (H2) is rejected when recordMode is LIVE and noted as a finding when it is HISTORICAL; that of a "
                        + "monitored obligation (M) is noted as a finding. Every problem has a type whose address explains it.");
        document.putArray("security").addObject().putArray("token");
        document.putObject("paths");
        ObjectNode components = document.putObject("components");
        components.putObject("securitySchemes").putObject("token").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        ObjectNode responses = components.putObject("responses");
        problems().forEach((status, types) -> response(responses.putObject("Problem" + status), types.stream()
                .map(type -> "- [%s](%s): %s".formatted(type.title(), type.uri(), type.explanation())).collect(Collectors.joining("\n")),
                "application/problem+json", JSON.createObjectNode().put("$ref", SCHEMAS + "Problem")));
        schemas = components.putObject("schemas");
    }

    /** The document. */
    static String of(List<CommandShape> commands) {
        CommandApi api = new CommandApi();
        AnswerSchemas.add(api.schemas);
        commands.forEach(api::command);
        api.imports();
        api.reading();
        return api.document.toPrettyString() + "\n";
    }

    private void command(CommandShape shape) {
        CommandType type = shape.type();
        String name = type.record().getSimpleName();
        ObjectNode operation = ((ObjectNode) document.get("paths")).putObject("/" + type.aggregate().collection() + "/{id}/" + type.name())
                .putObject("post");
        operation.put("operationId", name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .put("summary", type.es() + " (" + type.article() + ")")
                .put("description", description(type));
        operation.putArray("tags").add(type.aggregate().collection());
        parameters(operation.putArray("parameters"), type);
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        body.putObject("content").putObject("application/json").putObject("schema").put("$ref", SCHEMAS + name);
        schemas.set(name, schema(shape.body()));
        ObjectNode responses = operation.putObject("responses");
        ObjectNode recorded = responses.putObject(type.creating() ? "201" : "200");
        response(recorded, "Durably recorded; a retry with the same idempotency key gets the same answer.", "application/json",
                JSON.createObjectNode().put("$ref", SCHEMAS + "Recorded"));
        headers(recorded.putObject("headers"), type);
        refusals(responses, type.creating() ? List.of(405, 431, 428) : ELSEWHERE);
    }

    private void imports() {
        ObjectNode operation = ((ObjectNode) document.get("paths")).putObject("/imports").putObject("post").put("operationId", "importLines")
                .put("summary", "Many commands in one request, one a line.").put("description", "Each line is a command with the address "
                        + "of its aggregate; each line of the answer says what became of it, while the request is still read. What was "
                        + "recorded stays recorded when the connection breaks; the same import sent again goes on where it was.");
        operation.putArray("tags").add("imports");
        ArrayNode parameters = operation.putArray("parameters");
        parameter(parameters, "query", "dryRun", false, "Judge every line and record none.").put("type", "boolean");
        parameter(parameters, "query", "stopOnRefusal", false, "End at the first line that is refused.").put("type", "boolean");
        parameter(parameters, "header", IdempotencyKey.HEADER, false, "The import's own; needed unless it is a dry run.");
        operation.putObject("requestBody").put("required", true).putObject("content").putObject("application/x-ndjson").putObject("schema")
                .put("type", "string");
        ObjectNode responses = operation.putObject("responses");
        response(responses.putObject("200"), "A line for each line, and a summary.", "application/x-ndjson", JSON.createObjectNode().put("type", "string"));
        refusals(responses, List.of(405, 428, 431));
    }

    private static String description(CommandType type) {
        String roles = type.issuedBy().stream().map(Role::name).collect(Collectors.joining(", "));
        List<Rule> rules = Stream.of(type.record().getDeclaredFields()).filter(field -> field.getType() == Rule.class).map(CommandApi::read).toList();
        String own = rules.stream().map(rule -> "\n- %s (%s, %s): %s".formatted(rule.code(), rule.article(), rule.strength(), rule.statement()))
                .collect(Collectors.joining());
        return "Issued by " + roles + "." + (own.isEmpty() ? "" : " Its own rules, beside those that commands share:\n" + own);
    }

    private static Rule read(Field field) {
        try {
            field.setAccessible(true);
            return (Rule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void parameters(ArrayNode parameters, CommandType type) {
        parameter(parameters, "path", "id", true, "The aggregate's id.").put("pattern", "^[a-z0-9][a-z0-9-]{1,62}$");
        parameter(parameters, "header", IdempotencyKey.HEADER, true, "New for each command, the same for each retry of it; 1 to 128 characters.");
        if (!type.creating()) {
            parameter(parameters, "header", IfMatch.HEADER, true, "The version that you have seen, as a strong entity tag, or an asterisk.")
                    .put("pattern", "^(\"(0|[1-9][0-9]{0,17})\"|\\*)$");
        }
        parameter(parameters, "header", Correlation.HEADER, false, "Groups what one errand causes; else that of traceparent, or a new one.");
    }

    private static ObjectNode parameter(ArrayNode parameters, String in, String name, boolean required, String description) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in).put("required", required).put("description", description);
        return parameter.putObject("schema").put("type", "string");
    }

    private static void headers(ObjectNode headers, CommandType type) {
        header(headers, "ETag", "The new version, for the next command's If-Match.", true);
        header(headers, OutcomeTable.POSITION, "Position of the last event, for a query's min-position.", true);
        header(headers, Correlation.HEADER, "The errand's id.", true);
        header(headers, OutcomeTable.REPLAYED, "true where this answers a retry.", false);
        if (type.creating()) {
            header(headers, "Location", "Where it can be read.", true);
        }
    }

    private static void header(ObjectNode headers, String name, String description, boolean required) {
        headers.putObject(name).put("description", description).put("required", required).putObject("schema").put("type", "string");
    }

    private void reading() {
        get("/commands", "commands", "Every command with its article, roles and fields.", "application/json",
                JSON.createObjectNode().put("$ref", SCHEMAS + "Catalogue"), false);
        get("/openapi.json", "openApi", "This document.", "application/json", JSON.createObjectNode().put("type", "object"), false);
        get("/problems", "problems", "All types of problems, as a page for people.", "text/html", JSON.createObjectNode().put("type", "string"), false);
        get("/problems/{slug}", "problem", "What a type of problem means and what to do about it, as a page for people.", "text/html",
                JSON.createObjectNode().put("type", "string"), true);
    }

    private void get(String path, String id, String summary, String mediaType, ObjectNode schema, boolean slug) {
        ObjectNode operation = ((ObjectNode) document.get("paths")).putObject(path).putObject("get").put("operationId", id).put("summary", summary);
        operation.putArray("tags").add("reading");
        operation.putArray("security").addObject();
        if (slug) {
            parameter(operation.putArray("parameters"), "path", "slug", true, "The type's name.");
        }
        ObjectNode responses = operation.putObject("responses");
        response(responses.putObject("200"), "The answer.", mediaType, schema);
        responses.putObject("304").put("description", "Unchanged since the entity tag in If-None-Match.");
        refusals(responses, problems().keySet().stream().filter(status -> !List.of(400, 404, 406, 500).contains(status)).toList());
    }

    private static void refusals(ObjectNode responses, List<Integer> not) {
        problems().keySet().stream().filter(status -> !not.contains(status))
                .forEach(status -> responses.putObject(status.toString()).put("$ref", "#/components/responses/Problem" + status));
    }

    private static void response(ObjectNode response, String description, String mediaType, ObjectNode schema) {
        response.put("description", description).putObject("content").putObject(mediaType).set("schema", schema);
    }

    private static ObjectNode schema(Shape shape) {
        ObjectNode schema = JSON.createObjectNode();
        return switch (shape) {
            case Shape.Text text -> schema.put("type", "string");
            case Shape.Truth truth -> schema.put("type", "boolean");
            case Shape.Format format -> format(schema.put("type", "string"), format);
            case Shape.WholeNumber number -> schema.put("type", "integer").put("format", number.most() == Integer.MAX_VALUE ? "int32" : "int64");
            case Shape.ListOf list -> {
                schema.put("type", "array").set("items", schema(list.element()));
                yield schema;
            }
            case Shape.Code code -> {
                ArrayNode codes = schema.put("type", "string").putArray("enum");
                code.codes().forEach(codes::add);
                yield code.article() == null ? schema : schema.put("description", "Codes of " + code.article() + ".");
            }
            case Shape.ObjectOf object -> object(schema, object);
        };
    }

    private static ObjectNode format(ObjectNode schema, Shape.Format format) {
        return switch (format) {
            case DATE -> schema.put("format", "date");
            case TIME -> schema.put("pattern", "^[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?$").put("description", format.description());
            case INSTANT -> schema.put("format", "date-time");
            case ZONE -> schema.put("description", format.description());
        };
    }

    /** Nothing but what is named; null is the same as absent. */
    private static ObjectNode object(ObjectNode schema, Shape.ObjectOf object) {
        ObjectNode properties = schema.put("type", "object").put("additionalProperties", false).putObject("properties");
        object.fields().forEach(field -> properties.set(field.name(), schema(field.shape())));
        List<String> required = object.fields().stream().filter(Shape.Field::required).map(Shape.Field::name).toList();
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        return schema;
    }

    private static Map<Integer, List<ProblemType>> problems() {
        return Arrays.stream(ProblemType.values()).collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
    }
}
