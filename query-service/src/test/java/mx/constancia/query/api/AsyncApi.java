package mx.constancia.query.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import mx.constancia.events.EventTypes;
import mx.constancia.events.Topics;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes the description of topics and streams (AsyncAPI 3) from the event types and the topics. */
final class AsyncApi {

    /** The headers of a record: attributes of CloudEvents 1.0 in binary mode, and what they hold. */
    static final Map<String, String> HEADERS = headers();
    private static final String KAFKA = "0.5.0";

    private AsyncApi() {
    }

    static Map<String, Object> document() {
        List<String> types = EventTypes.all().stream().map(EventTypes::nameOf).sorted().toList();
        return map("asyncapi", "3.0.0",
                "info", map("title", "Constancia: events", "version", "1", "description",
                        "Everything that is recorded about citizen participation mechanisms, in its order, as it happens. Kafka carries "
                                + "CloudEvents 1.0 in binary mode; server-sent events carry the same log over HTTP, for who may see what of it."),
                "defaultContentType", "application/json",
                "channels", map(
                        "publicEvents", topic(Topics.PUBLIC_EVENTS, types, "The public part of every event; for anyone. A stream's events are in order."),
                        "events", topic(Topics.EVENTS, types, "Both parts of every event; for the services and the internal control organs."),
                        "ledger", ledger(),
                        "stream", sse("/stream", "logEvent", "checkpoint", "cutOff"),
                        "streamTotals", sse("/stream/totals", "totals", "cutOff")),
                "operations", map(
                        "publishPublicEvents", operation("publicEvents"), "publishEvents", operation("events"), "publishLedger", operation("ledger"),
                        "sendLog", operation("stream"), "sendTotals", operation("streamTotals")),
                "components", map("messages", messages(types), "schemas", schemas(types)));
    }

    /** As it is committed. */
    static String yaml(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(140);
        options.setSplitLines(true);
        return new Yaml(options).dump(document);
    }

    private static Map<String, Object> topic(String address, List<String> types, String description) {
        return map("address", address, "description", description,
                "messages", each(types, AsyncApi::messageId, type -> ref("messages/" + messageId(type))),
                "bindings", map("kafka", map("partitions", Topics.PARTITIONS, "topicConfiguration",
                        map("cleanup.policy", List.of("delete"), "retention.ms", -1), "bindingVersion", KAFKA)));
    }

    private static Map<String, Object> ledger() {
        return map("address", Topics.LEDGER, "description",
                "The transparency ledger (C2SP tlog-tiles); for anyone. The key is a file's path, the value its bytes; records come in an order "
                        + "that can be served at once: bundles, then tiles bottom up, then the checkpoint that covers them.",
                "messages", map("ledgerFile", ref("messages/ledgerFile")),
                "bindings", map("kafka", map("partitions", 1, "topicConfiguration", map("cleanup.policy", List.of("compact")),
                        "bindingVersion", KAFKA)));
    }

    private static Map<String, Object> sse(String address, String... messages) {
        return map("address", address, "description",
                "Server-sent events (WHATWG HTML, section 9.2) over HTTP; openapi.json says how to ask. The id is a position of the log: "
                        + "a client that connects again with Last-Event-ID goes on where it was. The name of a message is the name of the event; "
                        + "comments are heartbeats.",
                "messages", each(List.of(messages), Function.identity(), name -> ref("messages/" + name)),
                "bindings", map("http", map()));
    }

    private static Map<String, Object> operation(String channel) {
        return map("action", "send", "channel", map("$ref", "#/channels/" + channel));
    }

    private static Map<String, Object> messages(List<String> types) {
        Map<String, Object> messages = each(types, AsyncApi::messageId, type -> map("name", type, "contentType", "application/json",
                "headers", ref("schemas/cloudEventHeaders"), "payload", ref("schemas/" + messageId(type)),
                "bindings", map("kafka", map("key", map("type", "string", "description", "Name of the stream."), "bindingVersion", KAFKA))));
        messages.put("ledgerFile", map("contentType", "application/octet-stream", "payload", map("type", "string", "format", "binary"),
                "bindings", map("kafka", map("key", map("type", "string", "description", "Path of the file, such as tile/0/000 or checkpoint."),
                        "bindingVersion", KAFKA))));
        messages.put("logEvent", map("title", "An event of the log; it has no event name.", "payload", ref("schemas/logEvent")));
        messages.put("checkpoint", map("name", "checkpoint", "title", "How far the stream is though nothing matched.", "payload", ref("schemas/checkpoint")));
        messages.put("cutOff", map("name", "cut-off", "title", "The service ends the stream; connect again.", "payload", ref("schemas/cutOff")));
        messages.put("totals", map("name", "totals", "title", "The counters, whenever they change.", "payload", ref("schemas/totals")));
        return messages;
    }

    private static Map<String, Object> schemas(List<String> types) {
        Map<String, Object> schemas = each(types, AsyncApi::messageId, type -> map("$ref", "/schemas/" + type + ".json"));
        schemas.put("cloudEventHeaders", map("type", "object", "required", List.copyOf(HEADERS.keySet()),
                "properties", each(List.copyOf(HEADERS.keySet()), Function.identity(), name -> map("type", "string", "description", HEADERS.get(name)))));
        schemas.put("logEvent", object(List.of("position", "stream", "version", "eventId", "type", "occurredOn", "recordedAt", "envelope", "data",
                "restrictedPart", "receipt"), map("position", number(), "receipt", text(), "stream", text(), "version", number(), "eventId", text(), "type", text(),
                "occurredOn", map("type", "string", "format", "date"), "recordedAt", map("type", "string", "format", "date-time"),
                "envelope", map("$ref", "/schemas/envelope.v1.json"), "data", map("type", "object"),
                "restrictedPart", map("type", "string", "enum", List.of("NONE", "WITHHELD", "SHOWN")), "restricted", map("type", "object"),
                "restrictedDigest", text(), "restrictedSalt", text())));
        schemas.put("checkpoint", object(List.of("position"), map("position", number())));
        schemas.put("cutOff", object(List.of("reason"), map("reason",
                map("type", "string", "enum", List.of("closing", "views-unavailable", "token-expired")))));
        Map<String, Object> numbers = map("type", "object", "additionalProperties", number());
        schemas.put("totals", object(List.of("events", "findings", "mechanisms", "eventsByType", "findingsByCode",
                "mechanismsByLifecycle", "mechanismsByType"), map("position",
                map("type", "integer", "minimum", 0, "description", "Up to where it is counted; absent while the log is empty."), "agency", text(), "events", number(), "findings", number(),
                "mechanisms", number(), "eventsByType", numbers, "findingsByCode", numbers, "mechanismsByLifecycle", numbers,
                "mechanismsByType", numbers)));
        return schemas;
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        return map("type", "object", "required", required, "properties", properties);
    }

    private static Map<String, Object> number() {
        return map("type", "integer", "minimum", 0);
    }

    private static Map<String, Object> text() {
        return map("type", "string");
    }

    private static Map<String, Object> ref(String component) {
        return map("$ref", "#/components/" + component);
    }

    static String messageId(String type) {
        return type.replace('.', '_').replace('-', '_');
    }

    private static <T> Map<String, Object> each(List<T> all, Function<T, String> key, Function<T, Object> value) {
        return all.stream().collect(Collectors.toMap(key, value, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", "The event's id; with ce_source it identifies the event.");
        headers.put("ce_source", "The log's origin.");
        headers.put("ce_type", "Logical type name with its version.");
        headers.put("ce_subject", "Name of the stream, the record's key.");
        headers.put("ce_time", "When the fact happened: the legal date's beginning.");
        headers.put("ce_dataschema", "Address of the JSON Schema.");
        headers.put("ce_recordedtime", "When it was recorded, RFC 3339.");
        headers.put("ce_sequence", "Position in the log, in digits of equal number.");
        headers.put("ce_streamversion", "Place in the stream, from 1.");
        headers.put("ce_agencyid", "The agency whose fact it is.");
        headers.put("ce_correlationid", "Groups what one errand caused.");
        headers.put("ce_causationid", "The command that caused it.");
        headers.put("ce_partitionkey", "The record's key.");
        headers.put("ce_dataclassification", "public, or restricted where the record has a restricted part.");
        return headers;
    }
}
