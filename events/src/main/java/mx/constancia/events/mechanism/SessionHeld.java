package mx.constancia.events.mechanism;

import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * A session took place (celebración de sesión; G-25 VI).
 *
 * @param sessionId id within the mechanism
 * @param kind FIRST, ORDINARY, EXTRAORDINARY or WORKING
 * @param number number in the mechanism's own count
 * @param place place
 * @param present appointments present in the room
 * @param remote appointments present at a distance
 * @param attendees head count, where attendance is known only as a number
 * @param quorumReached quorum by the mechanism's own rules; absent when not reported
 * @param secondCall whether it met on second call (segunda convocatoria)
 */
@EventType("mechanism.session-held.v1")
public record SessionHeld(
        String sessionId,
        String kind,
        @Nullable String number,
        @Nullable String place,
        List<String> present,
        List<String> remote,
        @Nullable Integer attendees,
        @Nullable Boolean quorumReached,
        boolean secondCall) implements MechanismEvent {

    public SessionHeld {
        present = present == null ? List.of() : List.copyOf(present);
        remote = remote == null ? List.of() : List.copyOf(remote);
    }
}
