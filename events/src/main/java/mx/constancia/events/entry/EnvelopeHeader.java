package mx.constancia.events.entry;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import mx.constancia.events.EventJson;

/** What an entry repeats of an event's envelope. */
final class EnvelopeHeader {

    private @Nullable String occurredOn;
    private @Nullable String agencyId;
    private @Nullable String visibility;
    private final List<String> documents = new ArrayList<>();

    private EnvelopeHeader() {
    }

    /** @throws IllegalArgumentException when the envelope is not JSON */
    static EnvelopeHeader read(String envelope) {
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
            case "agencyId" -> agencyId = text(parser);
            case "visibility" -> visibility = text(parser);
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

    String occurredOn() {
        return required(occurredOn, "occurredOn");
    }

    String agencyId() {
        return required(agencyId, "agencyId");
    }

    String visibility() {
        return required(visibility, "visibility");
    }

    /** SHA-256 of each supporting document. */
    List<String> documents() {
        return documents;
    }

    private static String required(@Nullable String text, String name) {
        if (text == null) {
            throw new IllegalArgumentException("the envelope has no text \"" + name + "\"");
        }
        return text;
    }
}
