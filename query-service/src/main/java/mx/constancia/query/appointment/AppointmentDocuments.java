package mx.constancia.query.appointment;

import java.util.List;

import mx.constancia.history.MechanismState;
import mx.constancia.query.board.Changed;
import mx.constancia.query.board.Derivation;
import mx.constancia.query.board.Step;
import mx.constancia.query.store.StateJson;
import mx.constancia.query.store.View;

import org.bson.Document;

/** The document of an appointment: the appointment, and of which mechanism and agency it is. */
final class AppointmentDocuments {

    static final Derivation DERIVATION = new Derivation(View.APPOINTMENTS, Derivation.Kind.STATES, AppointmentDocuments::changed);

    private AppointmentDocuments() {
    }

    /** The documents of the appointments that one event began or changed, at that event's version. */
    private static List<Document> changed(Step<?> step) {
        return Changed.documents(step, MechanismState::appointments, appointment -> new Document("active", appointment.isActive())
                .append("appointment", StateJson.toDocument(appointment)));
    }

    static String id(String mechanismId, String appointmentId) {
        return mechanismId + "/" + appointmentId;
    }
}
