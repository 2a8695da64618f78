package mx.constancia.events;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What entries of the ledger and records of Kafka repeat of an event's envelope, read without building the {@link Envelope}. */
public final class EnvelopeHeader {

    private @Nullable String occurredOn;
    private @Nullable String timeZone;
    private @Nullable String agencyId;
    private @Nullable String visibility;
    private @Nullable String correlationId;
    private @Nullable String causationId;
    private final List<String> documents = new ArrayList<>();

    private EnvelopeHeader() {
    }

    /**
     * Reads an envelope's JSON. Each of the other methods throws {@link IllegalArgumentException} when its text is not there.
     *
     * @throws IllegalArgumentException when the envelope is not JSON, or has a supporting document without digest
     */
    public static EnvelopeHeader read(String envelope) {
        var header = new EnvelopeHeader();
        try (JsonParser parser = EventJson.MAPPER.createParser(envelope)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                header.member(name, parser);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        return header;
    }

    private void member(String name, JsonParser parser) {
        switch (name) {
            case "occurredOn" -> occurredOn = text(parser);
            case "timeZone" -> timeZone = text(parser);
            case "agencyId" -> agencyId = text(parser);
            case "visibility" -> visibility = text(parser);
            case "correlationId" -> correlationId = text(parser);
            case "causationId" -> causationId = text(parser);
            case "evidence" -> evidence(parser);
            default -> parser.skipChildren();
        }
    }

    private static @Nullable String text(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }

    private void evidence(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            documents.add(document(parser));
        }
    }

    private static String document(JsonParser parser) {
        String digest = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isDigest = parser.currentName().equals("sha256");
                parser.nextToken();
                String text = text(parser);
                digest = isDigest ? text : digest;
            }
        } else {
            parser.skipChildren();
        }
        return required(digest, "sha256");
    }

    /** The legal date (fecha del hecho), ISO. */
    public String occurredOn() {
        return required(occurredOn, "occurredOn");
    }

    /** IANA zone of the agency's seat. */
    public String timeZone() {
        return required(timeZone, "timeZone");
    }

    /** The agency whose fact it is. */
    public String agencyId() {
        return required(agencyId, "agencyId");
    }

    /** PUBLIC or RESTRICTED. */
    public String visibility() {
        return required(visibility, "visibility");
    }

    /** See {@link Envelope}. */
    public String correlationId() {
        return required(correlationId, "correlationId");
    }

    /** See {@link Envelope}. */
    public String causationId() {
        return required(causationId, "causationId");
    }

    /** SHA-256 of each supporting document, in the envelope's order. */
    public List<String> documents() {
        return documents;
    }

    private static String required(@Nullable String text, String name) {
        if (text == null) {
            throw new IllegalArgumentException("the envelope has no text \"" + name + "\"");
        }
        return text;
    }
}
