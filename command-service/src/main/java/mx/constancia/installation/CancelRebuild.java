package mx.constancia.installation;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.events.installation.RebuildCancelled;
import mx.constancia.history.InstallationState;

/**
 * Orders the views that are being built to be given up. Only the query side knows whether the rebuild has ended by then; a
 * cancellation that comes too late changes nothing.
 *
 * @param reason why
 */
@CommandSpec(article = "H1", issuedBy = Role.OPERATOR, es = "Cancelar la reconstrucción de las vistas")
public record CancelRebuild(String reason) implements Command.Changing<InstallationState> {

    static final Rule REBUILD_NOT_REQUESTED = Rule.conflict("REBUILD-NOT-REQUESTED", "H1",
            "A rebuild is cancelled once, and only after it was requested.");

    @Override
    public Decision decide(InstallationState state, Context context) {
        return InstallationRules.judge(context)
                .require(REBUILD_NOT_REQUESTED, state.rebuildRequested(), null, "No rebuild was requested since the last cancellation.")
                .record(new RebuildCancelled(reason));
    }
}
