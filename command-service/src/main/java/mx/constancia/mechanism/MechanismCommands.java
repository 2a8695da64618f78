package mx.constancia.mechanism;

import java.util.List;
import java.util.stream.Stream;

import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.Command;
import mx.constancia.decision.CommandType;
import mx.constancia.mechanism.creation.DetermineMechanism;
import mx.constancia.mechanism.creation.ProposeMechanism;
import mx.constancia.mechanism.creation.RegisterExistingMechanism;

/** The registry of a mechanism's commands, in the order of its life. */
public final class MechanismCommands {

    /** All of them. */
    public static final List<CommandType> ALL = Stream.<Class<? extends Command<?>>>of(
                    ProposeMechanism.class,
                    RegisterExistingMechanism.class,
                    DetermineMechanism.class)
            .map(record -> CommandType.of(AggregateKind.MECHANISM, record))
            .toList();

    private MechanismCommands() {
    }
}
