package mx.constancia.query.store;

import java.util.Map;

import mx.constancia.events.EventJson;

import org.bson.Document;
import org.bson.types.Binary;

import tools.jackson.core.type.TypeReference;

/**
 * Records of the fold in documents and back, in the JSON dialect of the log: nested, where lists show and filter by what is in them;
 * as one value, where only the fold reads them, because the whole of a large state is written again with each of its events.
 */
public final class StateJson {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };

    private StateJson() {
    }

    /** The record as one value, a text in UTF-8. */
    public static Binary toBinary(Object state) {
        return new Binary(EventJson.MAPPER.writeValueAsBytes(state));
    }

    /** The record in such a value. */
    public static <T> T fromBinary(Binary value, Class<T> type) {
        return EventJson.MAPPER.readValue(value.getData(), type);
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
