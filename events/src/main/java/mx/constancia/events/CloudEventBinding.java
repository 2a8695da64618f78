package mx.constancia.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * CloudEvents 1.0 in binary content mode (Kafka protocol binding, section 3.2): attributes are headers {@code ce_…}, the
 * value is a JSON object with the stored texts {@code envelope}, {@code public} and, for those who may read it,
 * {@code restricted} with its {@code restrictedSalt}; {@code restrictedDigest} is there for everyone. {@code ce_time} is when the fact happened, {@code ce_recordedtime} when the log took it.
 */
public final class CloudEventBinding {

    /** The header, the last one, that says {@code restricted} of a record with a restricted part, else {@link #PUBLIC}. */
    public static final String CLASSIFICATION = "ce_dataclassification";

    /** See {@link #CLASSIFICATION}. */
    public static final String PUBLIC = "public";

    private static final String JSON = "application/json";
    private static final int SEQUENCE_DIGITS = 19;
    /** Characters of a value beside its three texts, at most. */
    private static final int AROUND = 256;
    private static final int HEX_DIGITS = 64;

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
        EnvelopeHeader envelope = EnvelopeHeader.read(event.envelope());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", JSON);
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.eventId());
        headers.put("ce_source", source);
        headers.put("ce_type", event.type());
        headers.put("ce_subject", event.streamId());
        headers.put("ce_time", EventJson.format(
                LocalDate.parse(envelope.occurredOn()).atStartOfDay(ZoneId.of(envelope.timeZone())).toInstant()));
        headers.put("ce_dataschema", schemaBase + event.type() + ".json");
        headers.put("ce_recordedtime", EventJson.format(event.recordedAt()));
        headers.put("ce_sequence", sequence(event.position()));
        headers.put("ce_streamversion", Long.toString(event.version()));
        headers.put("ce_agencyid", envelope.agencyId());
        headers.put("ce_correlationid", envelope.correlationId());
        headers.put("ce_causationid", envelope.causationId());
        headers.put("ce_partitionkey", event.streamId());
        headers.put(CLASSIFICATION, event.restrictedPart() == null ? PUBLIC : "restricted");
        return headers;
    }

    private static String sequence(long position) {
        String digits = Long.toString(position);
        return "0".repeat(SEQUENCE_DIGITS - digits.length()) + digits;
    }

    /** The record's value: the stored texts, byte for byte. */
    public byte[] value(StoredEvent event) {
        StringBuilder json = new StringBuilder(event.envelope().length() + event.publicPart().length()
                + (event.restrictedPart() == null ? 0 : event.restrictedPart().length()) + AROUND)
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
        return parse(headers::get, value);
    }

    /**
     * Reads a record back, as {@link #parse(Map, byte[])} does.
     *
     * @param headers gives the value of a header, decoded as UTF-8; null where there is none
     */
    public static StoredEvent parse(Function<String, @Nullable String> headers, byte[] value) {
        Map<String, String> texts = texts(value);
        return new StoredEvent(
                Long.parseLong(require(headers, "ce_sequence")),
                require(headers, "ce_id"),
                require(headers, "ce_subject"),
                Long.parseLong(require(headers, "ce_streamversion")),
                require(headers, "ce_type"),
                Instant.parse(require(headers, "ce_recordedtime")),
                text(texts, "envelope"),
                text(texts, "public"),
                texts.get("restricted"),
                texts.get("restrictedDigest"),
                texts.get("restrictedSalt"));
    }

    /** The texts in a value, byte for byte, and its digests, by name. */
    private static Map<String, String> texts(byte[] value) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = EventJson.MAPPER.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the record's value is not an object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "envelope", "public", "restricted" -> texts.put(name, object(name, parser, value));
                    case "restrictedDigest", "restrictedSalt" -> texts.put(name, hex(name, parser));
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("the record's value goes on after its object");
            }
        }
        return texts;
    }

    private static String object(String name, JsonParser parser, byte[] value) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("the record's \"" + name + "\" is not an object");
        }
        int begin = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return new String(value, begin, (int) parser.currentLocation().getByteOffset() - begin, StandardCharsets.UTF_8);
    }

    private static String hex(String name, JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_STRING || !isHex(parser.getString())) {
            throw new IllegalArgumentException("the record's \"" + name + "\" is not 64 lower-case hexadecimal digits");
        }
        return parser.getString();
    }

    private static boolean isHex(String text) {
        return text.length() == HEX_DIGITS && text.chars().allMatch(each -> each >= '0' && each <= '9' || each >= 'a' && each <= 'f');
    }

    private static String text(Map<String, String> texts, String name) {
        @Nullable String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("the record's value has no object \"" + name + "\"");
        }
        return text;
    }

    private static String require(Function<String, @Nullable String> headers, String name) {
        @Nullable String header = headers.apply(name);
        if (header == null) {
            throw new IllegalArgumentException("the record has no header " + name);
        }
        return header;
    }
}
