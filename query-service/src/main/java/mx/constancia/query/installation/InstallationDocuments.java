package mx.constancia.query.installation;

import mx.constancia.history.InstallationState;
import mx.constancia.query.store.StateJson;

import org.bson.Document;
import org.bson.types.Binary;

/** The document of an installation. */
public final class InstallationDocuments {

    private InstallationDocuments() {
    }

    /** The document of a state. */
    public static Document of(InstallationState state) {
        return new Document("_id", state.installationId())
                .append("version", state.version())
                .append("state", StateJson.toBinary(state));
    }

    /** The state in a document. */
    public static InstallationState state(Document document) {
        return StateJson.fromBinary(document.get("state", Binary.class), InstallationState.class);
    }
}
