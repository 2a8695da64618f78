package mx.constancia.query.store;

import java.util.Map;

import mx.constancia.events.EventJson;

import org.bson.Document;

import tools.jackson.core.type.TypeReference;

/** Records of the fold as nested documents and back, in the JSON dialect of the log. */
public final class StateJson {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };

    private StateJson() {
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
