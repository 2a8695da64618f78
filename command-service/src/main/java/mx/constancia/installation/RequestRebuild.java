package mx.constancia.installation;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Role;
import mx.constancia.events.installation.RebuildRequested;
import mx.constancia.history.InstallationState;

/**
 * Orders all views to be built anew beside those that serve (reconstrucción de las vistas). While a rebuild runs it covers
 * further requests: it reads the log to its end.
 *
 * @param reason why
 */
@CommandSpec(article = "H1", issuedBy = Role.OPERATOR, es = "Reconstruir las vistas")
public record RequestRebuild(String reason) implements Command.Changing<InstallationState> {

    @Override
    public Decision decide(InstallationState state, Context context) {
        return InstallationRules.judge(context).record(new RebuildRequested(reason));
    }
}
