package mx.constancia.events.mechanism;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * A session was convened (convocatoria a sesión; G-23 I).
 *
 * @param sessionId id within the mechanism, such as {@code S-1}
 * @param kind FIRST, ORDINARY, EXTRAORDINARY or WORKING
 * @param number number in the mechanism's own count
 * @param date day of the session
 * @param place place, for a session in person
 * @param link link, for a session at a distance
 * @param agenda agenda items (orden del día)
 * @param documents ids of the documents sent
 * @param sentOn day on which the notice was sent
 * @param recipients number of recipients
 */
@EventType("mechanism.session-convened.v1")
public record SessionConvened(
        String sessionId,
        String kind,
        @Nullable String number,
        LocalDate date,
        @Nullable String place,
        @Nullable String link,
        List<String> agenda,
        List<String> documents,
        LocalDate sentOn,
        int recipients) implements MechanismEvent {

    public SessionConvened {
        agenda = agenda == null ? List.of() : List.copyOf(agenda);
        documents = documents == null ? List.of() : List.copyOf(documents);
    }
}
