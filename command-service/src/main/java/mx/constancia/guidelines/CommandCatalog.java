package mx.constancia.guidelines;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import mx.constancia.agency.AgencyCommands;
import mx.constancia.decision.CommandType;
import mx.constancia.installation.InstallationCommands;
import mx.constancia.mechanism.MechanismCommands;

/** All commands. */
public final class CommandCatalog {

    /** All commands, by aggregate and then in the order of its life. */
    public static final List<CommandType> ALL = Stream.of(AgencyCommands.ALL, MechanismCommands.ALL, InstallationCommands.ALL)
            .flatMap(List::stream).toList();

    private CommandCatalog() {
    }

    /**
     * Finds the command that an address names.
     *
     * @param collection first path segment, such as {@code mechanisms}
     * @param name       last path segment, such as {@code open-call}
     */
    public static Optional<CommandType> find(String collection, String name) {
        return ALL.stream()
                .filter(type -> type.aggregate().collection().equals(collection) && type.name().equals(name))
                .findFirst();
    }
}
