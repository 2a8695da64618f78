package mx.constancia.agency;

import java.util.List;

import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.CommandType;

/** The registry of an agency's commands. */
public final class AgencyCommands {

    /** All of them. */
    public static final List<CommandType> ALL = List.of(CommandType.of(AggregateKind.AGENCY, RegisterAgency.class));

    private AgencyCommands() {
    }
}
