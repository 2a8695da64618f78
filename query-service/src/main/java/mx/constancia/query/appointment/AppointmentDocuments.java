package mx.constancia.query.appointment;

import java.util.Optional;
import java.util.stream.Stream;

import mx.constancia.history.MechanismState;
import mx.constancia.query.store.StateJson;

import org.bson.Document;

/** The document of an appointment: the appointment, and of which mechanism and agency it is. */
public final class AppointmentDocuments {

    private AppointmentDocuments() {
    }

    /** The documents of the appointments that one event began or changed, at that event's version. */
    public static Stream<Document> changed(Optional<MechanismState> before, MechanismState after) {
        if (before.isPresent() && before.get().appointments() == after.appointments()) {
            return Stream.empty();
        }
        return after.appointments().values().stream()
                .filter(appointment -> before.map(state -> state.appointments().get(appointment.appointmentId()))
                        .filter(appointment::equals).isEmpty())
                .map(appointment -> {
                    Document document = new Document("_id", id(after.mechanismId(), appointment.appointmentId()))
                            .append("version", after.version())
                            .append("position", after.position())
                            .append("mechanismId", after.mechanismId())
                            .append("mechanismName", after.name())
                            .append("agencyId", after.agencyId())
                            .append("active", appointment.isActive());
                    document.append("appointment", StateJson.toDocument(appointment));
                    return document;
                });
    }

    static String id(String mechanismId, String appointmentId) {
        return mechanismId + "/" + appointmentId;
    }
}
