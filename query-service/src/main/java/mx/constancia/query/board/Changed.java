package mx.constancia.query.board;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import mx.constancia.history.MechanismState;

import org.bson.Document;

/** The parts of a mechanism, such as its calls, that one event began or changed. */
public final class Changed {

    private Changed() {
    }

    /**
     * The documents of these parts: whose they are, and at which version.
     *
     * @param parts the parts of a mechanism, by id
     * @param shape what a part's own document says
     */
    public static <T> List<Document> documents(Step<?> step, Function<MechanismState, Map<String, T>> parts, Function<T, Document> shape) {
        return step.mechanism().map(after -> changed(step, parts, after).map(part -> {
            Document document = new Document("_id", after.mechanismId() + "/" + part.getKey())
                    .append("version", after.version())
                    .append("position", after.position())
                    .append("mechanismId", after.mechanismId())
                    .append("mechanismName", after.name())
                    .append("agencyId", after.agencyId());
            document.putAll(shape.apply(part.getValue()));
            return document;
        }).toList()).orElse(List.of());
    }

    private static <T> Stream<Map.Entry<String, T>> changed(
            Step<?> step, Function<MechanismState, Map<String, T>> parts, MechanismState after) {
        Map<String, T> before = step.mechanismBefore().map(parts).orElse(Map.of());
        Map<String, T> now = parts.apply(after);
        return now == before ? Stream.empty() : now.entrySet().stream().filter(part -> !part.getValue().equals(before.get(part.getKey())));
    }
}
