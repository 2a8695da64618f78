package mx.constancia.query.appointment;

import mx.constancia.history.Appointment;
import mx.constancia.query.store.StateJson;

import org.bson.Document;

/**
 * An appointment in a list.
 *
 * @param version version of the mechanism's event that began or changed it last
 */
public record AppointmentLine(String mechanismId, String mechanismName, String agencyId, long version, AppointmentView appointment) {

    static AppointmentLine of(Document document) {
        return new AppointmentLine(document.getString("mechanismId"), document.getString("mechanismName"), document.getString("agencyId"),
                document.getLong("version"),
                AppointmentView.of(StateJson.fromDocument(document.get("appointment", Document.class), Appointment.class)));
    }
}
