package mx.constancia.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * CloudEvents 1.0 in binary content mode (Kafka protocol binding, section 3.2): attributes are headers {@code ce_…}, the
 * value is a JSON object with the stored texts {@code envelope}, {@code public} and, for those who may read it,
 * {@code restricted} with its {@code restrictedSalt}; {@code restrictedDigest} is there for everyone. {@code ce_time} is when the fact happened, {@code ce_recordedtime} when the log took it.
 */
public final class CloudEventBinding {

    private static final String JSON = "application/json";
    private static final int SEQUENCE_DIGITS = 19;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private final String source;
    private final String schemaBase;

    /**
     * @param source     the log's origin, a URI reference; with the id it identifies an event
     * @param schemaBase prefix of the schemas' addresses, ending in a slash
     */
    public CloudEventBinding(String source, String schemaBase) {
        this.source = source;
        this.schemaBase = schemaBase;
    }

    /** The record's headers, in a fixed order. */
    public Map<String, String> headers(StoredEvent event) {
        Envelope envelope = EventCodec.decodeEnvelope(event);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", JSON);
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.eventId());
        headers.put("ce_source", source);
        headers.put("ce_type", event.type());
        headers.put("ce_subject", event.streamId());
        headers.put("ce_time", EventJson.format(envelope.occurredOn().atStartOfDay(ZoneId.of(envelope.timeZone())).toInstant()));
        headers.put("ce_dataschema", schemaBase + event.type() + ".json");
        headers.put("ce_recordedtime", EventJson.format(event.recordedAt()));
        headers.put("ce_sequence", sequence(event.position()));
        headers.put("ce_streamversion", Long.toString(event.version()));
        headers.put("ce_agencyid", envelope.agencyId());
        headers.put("ce_correlationid", envelope.correlationId());
        headers.put("ce_causationid", envelope.causationId());
        headers.put("ce_partitionkey", event.streamId());
        headers.put("ce_dataclassification", event.restrictedPart() == null ? "public" : "restricted");
        return headers;
    }

    private static String sequence(long position) {
        String digits = Long.toString(position);
        return "0".repeat(SEQUENCE_DIGITS - digits.length()) + digits;
    }

    /** The record's value: the stored texts, byte for byte. */
    public byte[] value(StoredEvent event) {
        StringBuilder json = new StringBuilder(event.envelope().length() + event.publicPart().length() + 256)
                .append("{\"envelope\":").append(event.envelope())
                .append(",\"public\":").append(event.publicPart());
        if (event.restrictedPart() != null) {
            json.append(",\"restricted\":").append(event.restrictedPart());
        }
        append(json, "restrictedSalt", event.restrictedSalt());
        append(json, "restrictedDigest", event.restrictedDigest());
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder json, String name, @Nullable String hex) {
        if (hex != null) {
            json.append(",\"").append(name).append("\":\"").append(hex).append('"');
        }
    }

    /**
     * Reads a record back.
     *
     * @param headers the record's headers, decoded as UTF-8
     * @param value   the record's value
     * @throws IllegalArgumentException when an attribute is missing or not of its form
     */
    public static StoredEvent parse(Map<String, String> headers, byte[] value) {
        JsonNode data = EventJson.MAPPER.readTree(value);
        return new StoredEvent(
                Long.parseLong(require(headers, "ce_sequence")),
                require(headers, "ce_id"),
                require(headers, "ce_subject"),
                Long.parseLong(require(headers, "ce_streamversion")),
                require(headers, "ce_type"),
                Instant.parse(require(headers, "ce_recordedtime")),
                text(data, "envelope"),
                text(data, "public"),
                data.has("restricted") ? text(data, "restricted") : null,
                hex(data, "restrictedDigest"),
                hex(data, "restrictedSalt"));
    }

    private static @Nullable String hex(JsonNode data, String name) {
        JsonNode value = data.get(name);
        if (value != null && !(value.isString() && HEX.matcher(value.stringValue()).matches())) {
            throw new IllegalArgumentException("the record's \"" + name + "\" is not 64 lower-case hexadecimal digits");
        }
        return value == null ? null : value.stringValue();
    }

    private static String text(JsonNode data, String name) {
        JsonNode part = data.get(name);
        if (part == null || !part.isObject()) {
            throw new IllegalArgumentException("the record's value has no object \"" + name + "\"");
        }
        return part.toString();
    }

    private static String require(Map<String, String> headers, String name) {
        @Nullable String header = headers.get(name);
        if (header == null) {
            throw new IllegalArgumentException("the record has no header " + name);
        }
        return header;
    }
}
