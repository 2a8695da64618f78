package mx.constancia.decision;

import java.util.List;
import java.util.Locale;

/**
 * A command as the catalogue lists it.
 *
 * @param name      path segment, kebab case
 * @param record    the command's record
 * @param aggregate the kind of aggregate it belongs to
 * @param article   the article it carries out
 * @param issuedBy  the roles that may issue it
 * @param es        name on screen, in Spanish
 * @param creating  whether it begins an aggregate
 */
public record CommandType(
        String name, Class<? extends Command<?>> record, AggregateKind aggregate, String article, List<Role> issuedBy, String es,
        boolean creating) {

    /** Reads the declaration beside a command's record. */
    public static CommandType of(AggregateKind aggregate, Class<? extends Command<?>> record) {
        CommandSpec spec = record.getAnnotation(CommandSpec.class);
        if (spec == null) {
            throw new IllegalArgumentException(record.getName() + " has no @CommandSpec");
        }
        return new CommandType(kebab(record.getSimpleName()), record, aggregate, spec.article(), List.of(spec.issuedBy()), spec.es(),
                Command.Creating.class.isAssignableFrom(record));
    }

    /** The path of its HTTP resource. */
    public String path(String aggregateId) {
        return aggregate.path(aggregateId) + "/" + name;
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
