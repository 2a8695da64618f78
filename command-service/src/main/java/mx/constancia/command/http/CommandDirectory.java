package mx.constancia.command.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import mx.constancia.command.http.body.CommandShape;
import mx.constancia.command.http.body.NearNames;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.CommandType;

/** The commands by their addresses. */
public final class CommandDirectory {

    private final Map<AggregateKind, Map<String, CommandShape>> commands = new TreeMap<>();

    CommandDirectory(Collection<CommandType> types) {
        for (AggregateKind kind : AggregateKind.values()) {
            commands.put(kind, new TreeMap<>());
        }
        for (CommandType type : types) {
            commands.get(type.aggregate()).put(type.name(), CommandShape.of(type));
        }
    }

    /**
     * The command at an address.
     *
     * @throws ProblemException when there is none
     */
    public CommandShape find(String collection, String name) {
        AggregateKind kind = Arrays.stream(AggregateKind.values())
                .filter(candidate -> candidate.collection().equals(collection))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such collection; there are " + collections() + ".")
                        .toException());
        CommandShape shape = commands.get(kind).get(name);
        if (shape == null) {
            throw unknown(kind, name);
        }
        return shape;
    }

    /** All commands, by collection and name. */
    List<CommandShape> all() {
        return commands.values().stream().flatMap(byName -> byName.values().stream()).toList();
    }

    private ProblemException unknown(AggregateKind kind, String name) {
        List<String> near = NearNames.of(name, commands.get(kind).keySet());
        String hint = near.isEmpty() ? "GET /commands lists the commands." : "Did you mean " + String.join(" or ", near) + "?";
        return Problem.of(ProblemType.UNKNOWN_COMMAND, "The collection " + kind.collection() + " has no such command. " + hint)
                .with("nearest", near)
                .toException();
    }

    private static String collections() {
        return String.join(", ", Arrays.stream(AggregateKind.values()).map(AggregateKind::collection).toList());
    }
}
