package mx.constancia.query.store;

import java.util.Map;

import mx.constancia.events.EventJson;

import org.bson.Document;

import tools.jackson.core.type.TypeReference;

/**
 * Records of the fold in documents and back, in the JSON dialect of the log: nested, where lists show and filter by what is in them;
 * as a text, where only the fold reads them, because the whole of a large state is written again with each of its events.
 */
public final class StateJson {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };

    private StateJson() {
    }

    /** The record as a text. */
    public static String toText(Object state) {
        return EventJson.MAPPER.writeValueAsString(state);
    }

    /** The record in a text. */
    public static <T> T fromText(String text, Class<T> type) {
        return EventJson.MAPPER.readValue(text, type);
    }

    /** The record as a document. */
    public static Document toDocument(Object state) {
        return new Document(EventJson.MAPPER.convertValue(state, MAP));
    }

    /** The record in a document. */
    public static <T> T fromDocument(Document document, Class<T> type) {
        return EventJson.MAPPER.convertValue(document, type);
    }
}
