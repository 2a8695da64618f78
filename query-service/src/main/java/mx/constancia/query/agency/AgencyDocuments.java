package mx.constancia.query.agency;

import mx.constancia.history.AgencyState;
import mx.constancia.query.store.SortKey;
import mx.constancia.query.store.StateJson;

import org.bson.Document;
import org.bson.types.Binary;

/** The document of an agency or entity. */
public final class AgencyDocuments {

    private AgencyDocuments() {
    }

    /** The document of a state. */
    public static Document of(AgencyState state) {
        return new Document("_id", state.agencyId())
                .append("version", state.version())
                .append("name", state.name())
                .append("nameKey", SortKey.of(state.name()))
                .append("kind", state.kind())
                .append("jurisdiction", state.jurisdiction())
                .append("labourRegime", state.labourRegime())
                .append("timeZone", state.timeZone())
                .append("legalCreation", state.legalCreation())
                .append("state", StateJson.toBinary(state));
    }

    /** The state in a document. */
    public static AgencyState state(Document document) {
        return StateJson.fromBinary(document.get("state", Binary.class), AgencyState.class);
    }
}
