package mx.constancia.installation;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Role;
import mx.constancia.events.installation.ParkedReplayRequested;
import mx.constancia.history.InstallationState;

/**
 * Orders events that could not be projected to be tried again. Which those are is known where the views are.
 *
 * @param reason   why
 * @param streamId the stream to try; all of them when absent
 */
@CommandSpec(article = "H1", issuedBy = Role.OPERATOR, es = "Reintentar los eventos apartados")
public record ReplayParkedEvents(String reason, @Nullable String streamId) implements Command.Changing<InstallationState> {

    @Override
    public Decision decide(InstallationState state, Context context) {
        return InstallationRules.judge(context).record(new ParkedReplayRequested(reason, streamId));
    }
}
