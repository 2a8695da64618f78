package mx.constancia.auditor.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import mx.constancia.events.EventJson;
import mx.constancia.events.StoredEvent;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One line of a service's {@code GET /events}, and of the same lines in an exported folder. */
public final class EventLine {

    private static final String NONE = "not an event's line: ";
    private static final Set<String> HIDDEN = Set.of("NONE", "WITHHELD");

    private final byte[] line;
    private final Map<String, String> members = new HashMap<>();

    private EventLine(byte[] line) {
        this.line = line;
    }

    /**
     * The event of a line, with its texts byte for byte as they stand there.
     *
     * @throws IllegalArgumentException when the line is none
     */
    public static StoredEvent parse(byte[] line) {
        var parsed = new EventLine(line);
        try {
            parsed.readMembers();
            return parsed.event();
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException(NONE + e.getMessage(), e);
        }
    }

    /** The line of an event, without a newline: what {@link #parse} reads. */
    public static byte[] format(StoredEvent event) {
        var line = new StringBuilder(event.envelope().length() + event.publicPart().length() + 512);
        try (JsonParser parser = EventJson.MAPPER.createParser(event.envelope())) {
            line.append("{\"position\":").append(event.position()).append(",\"stream\":").append(quoted(event.streamId()))
                    .append(",\"version\":").append(event.version()).append(",\"eventId\":").append(quoted(event.eventId()))
                    .append(",\"type\":").append(quoted(event.type())).append(",\"occurredOn\":").append(quoted(member(parser, "occurredOn")))
                    .append(",\"recordedAt\":").append(quoted(EventJson.format(event.recordedAt())))
                    .append(",\"envelope\":").append(event.envelope()).append(",\"data\":").append(event.publicPart());
        }
        String restricted = event.restrictedPart();
        line.append(",\"restrictedPart\":").append(restricted != null ? "\"SHOWN\"" : event.restrictedDigest() != null ? "\"WITHHELD\"" : "\"NONE\"");
        append(line, "restricted", restricted);
        append(line, "restrictedDigest", quoted(event.restrictedDigest()));
        append(line, "restrictedSalt", quoted(event.restrictedSalt()));
        return line.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder line, String name, @Nullable String json) {
        if (json != null) {
            line.append(",\"").append(name).append("\":").append(json);
        }
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null ? null : EventJson.MAPPER.writeValueAsString(text);
    }

    /**
     * An event whose line is parsed later.
     *
     * @param expected the position that comes next, of a line that does not even say its own
     */
    static Unread unread(byte[] line, long expected) {
        try (JsonParser parser = EventJson.MAPPER.createParser(line)) {
            String position = member(parser, "position");
            return new Unread(position == null ? expected : Long.parseLong(position), line.length, () -> parse(line));
        } catch (JacksonException | NumberFormatException e) {
            return new Unread(expected, line.length, () -> parse(line));
        }
    }

    /** A member of an object; what follows it is not looked at. */
    private static @Nullable String member(JsonParser parser, String wanted) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(wanted)) {
                    return parser.getString();
                }
                parser.skipChildren();
            }
        }
        return null;
    }

    private void readMembers() {
        try (JsonParser parser = EventJson.MAPPER.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException(NONE + "no object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                String value = value(parser);
                if (value != null && members.put(name, value) != null) {
                    throw new IllegalArgumentException(NONE + "\"" + name + "\" occurs twice");
                }
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException(NONE + "something follows it");
            }
        }
    }

    private @Nullable String value(JsonParser parser) {
        return switch (parser.nextToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT -> {
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                yield new String(line, start, (int) parser.currentLocation().getByteOffset() - start, StandardCharsets.UTF_8);
            }
            case START_ARRAY -> {
                parser.skipChildren();
                yield null;
            }
            default -> parser.getString();
        };
    }

    private StoredEvent event() {
        String envelope = text("envelope");
        try (JsonParser parser = EventJson.MAPPER.createParser(envelope)) {
            require(text("occurredOn").equals(member(parser, "occurredOn")), "its legal date is not the envelope's");
        }
        String restricted = members.get("restricted");
        require(restricted == null ? HIDDEN.contains(text("restrictedPart")) : text("restrictedPart").equals("SHOWN"),
                "it does not say rightly whether it shows a restricted part");
        return new StoredEvent(number("position"), text("eventId"), text("stream"), number("version"), text("type"),
                Instant.parse(text("recordedAt")), envelope, text("data"), restricted, members.get("restrictedDigest"),
                members.get("restrictedSalt"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(NONE + otherwise);
        }
    }

    private long number(String name) {
        return Long.parseLong(text(name));
    }

    private String text(String name) {
        String text = members.get(name);
        if (text == null) {
            throw new IllegalArgumentException(NONE + "\"" + name + "\" is missing");
        }
        return text;
    }
}
