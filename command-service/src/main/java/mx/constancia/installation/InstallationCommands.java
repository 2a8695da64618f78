package mx.constancia.installation;

import java.util.List;
import java.util.stream.Stream;

import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.Command;
import mx.constancia.decision.CommandType;

/** The registry of the installation's commands. */
public final class InstallationCommands {

    /** All of them. */
    public static final List<CommandType> ALL = Stream.<Class<? extends Command<?>>>of(
                    RequestRebuild.class,
                    CancelRebuild.class,
                    ReplayParkedEvents.class,
                    AnnounceLedgerKey.class)
            .map(record -> CommandType.of(AggregateKind.INSTALLATION, record))
            .toList();

    private InstallationCommands() {
    }
}
