package mx.constancia.query.replay;

import java.time.LocalDate;

import mx.constancia.events.Envelope;
import mx.constancia.events.EventJson;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What the replay asks of every envelope. It stands near the beginning of the text, and reading ends there: of a million
 * events, nothing else is parsed.
 *
 * @param occurredOn see {@link Envelope}
 * @param agencyId   see {@link Envelope}
 */
record Essentials(LocalDate occurredOn, String agencyId) {

    static Essentials of(String envelope) {
        String occurredOn = null;
        String agencyId = null;
        try (JsonParser parser = EventJson.MAPPER.createParser(envelope)) {
            parser.nextToken();
            while ((occurredOn == null || agencyId == null) && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "occurredOn" -> occurredOn = parser.getString();
                    case "agencyId" -> agencyId = parser.getString();
                    default -> parser.skipChildren();
                }
            }
        }
        return new Essentials(LocalDate.parse(required(occurredOn, "occurredOn")), required(agencyId, "agencyId"));
    }

    private static String required(@Nullable String value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("the envelope has no " + name);
        }
        return value;
    }
}
