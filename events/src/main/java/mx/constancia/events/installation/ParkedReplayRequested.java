package mx.constancia.events.installation;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * An operator asked for the events that could not be projected to be tried again.
 *
 * @param reason   why, in the operator's words
 * @param streamId the stream to try; all of them when absent
 */
@EventType("installation.parked-replay-requested.v1")
public record ParkedReplayRequested(String reason, @Nullable String streamId) implements InstallationEvent {
}
