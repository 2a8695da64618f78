package mx.constancia.history;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A session (sesión; G-23 I, G-25 VI).
 *
 * @param sessionId     id within the mechanism
 * @param kind          FIRST, ORDINARY, EXTRAORDINARY or WORKING
 * @param number        number in the mechanism's own count
 * @param convenedFor   day that the notice named; absent when no notice was recorded
 * @param noticeSentOn  day on which the notice was sent
 * @param heldOn        day on which it took place; absent until then
 * @param attendees     head count
 * @param quorumReached quorum by the mechanism's own rules; absent when not reported
 */
public record Session(
        String sessionId,
        String kind,
        @Nullable String number,
        @Nullable LocalDate convenedFor,
        @Nullable LocalDate noticeSentOn,
        @Nullable LocalDate heldOn,
        @Nullable Integer attendees,
        @Nullable Boolean quorumReached) {

    /** Whether it took place. */
    public boolean wasHeld() {
        return heldOn != null;
    }
}
