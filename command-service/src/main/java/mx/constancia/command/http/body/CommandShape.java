package mx.constancia.command.http.body;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.constancia.decision.CommandType;

/** The shape of a command's body: the common fields, then its own. */
public final class CommandShape {

    private static final List<Shape.Field> COMMON = Shapes.of(CommonFields.class).fields();
    static final Set<String> COMMON_NAMES = COMMON.stream().map(Shape.Field::name).collect(Collectors.toUnmodifiableSet());

    private final CommandType type;
    private final Shape.ObjectOf body;

    private CommandShape(CommandType type, Shape.ObjectOf body) {
        this.type = type;
        this.body = body;
    }

    /**
     * Reads the shape off the command's record.
     *
     * @throws IllegalArgumentException when a component cannot come from JSON or is named as a common field
     */
    public static CommandShape of(CommandType type) {
        List<Shape.Field> fields = Stream.concat(COMMON.stream(), Shapes.of(type.record()).fields().stream()).toList();
        Set<String> names = new HashSet<>();
        fields.stream().map(Shape.Field::name).filter(name -> !names.add(name)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException(type.record().getName() + " has a component named as the common field " + twice);
        });
        return new CommandShape(type, new Shape.ObjectOf(fields));
    }

    /** The command. */
    public CommandType type() {
        return type;
    }

    /** Its body. */
    public Shape.ObjectOf body() {
        return body;
    }
}
