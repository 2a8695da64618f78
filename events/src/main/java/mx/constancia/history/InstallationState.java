package mx.constancia.history;

import java.util.Optional;

import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StreamId;
import mx.constancia.events.installation.InstallationEvent;
import mx.constancia.events.installation.LedgerKeyAnnounced;
import mx.constancia.events.installation.ParkedReplayRequested;
import mx.constancia.events.installation.RebuildCancelled;
import mx.constancia.events.installation.RebuildRequested;

/**
 * An installation of Constancia (instalación). It is there before its first event.
 *
 * @param installationId   its id
 * @param version          number of events folded
 * @param rebuildRequested whether a rebuild of the views was requested and not cancelled since; whether it has ended is known
 *                         where the views are
 */
public record InstallationState(String installationId, long version, boolean rebuildRequested) {

    /** The id of the installation that keeps this log. */
    public static final String THIS = "constancia";

    /** The stream of the installation that keeps this log. */
    public static final String STREAM = StreamId.ofInstallation(THIS);

    /** An installation of which nothing is recorded. */
    public static InstallationState beginning(String installationId) {
        return new InstallationState(installationId, 0, false);
    }

    /** The fold of an installation's stream. */
    public static InstallationState evolve(Optional<InstallationState> state, RecordedEvent recorded) {
        if (!(recorded.event() instanceof InstallationEvent event)) {
            throw new IllegalArgumentException("not an installation's event: " + recorded.eventId());
        }
        InstallationState before = state.orElseGet(() -> beginning(StreamId.idOf(recorded.streamId())));
        boolean requested = switch (event) {
            case RebuildRequested e -> true;
            case RebuildCancelled e -> false;
            case ParkedReplayRequested e -> before.rebuildRequested;
            case LedgerKeyAnnounced e -> before.rebuildRequested;
        };
        return new InstallationState(before.installationId, recorded.version(), requested);
    }
}
