package mx.constancia.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventJson;
import mx.constancia.events.RecordedEvent;

import tools.jackson.databind.JsonNode;

/**
 * What two moments of one history have different, field by field, and which event is behind each difference. A moment is the
 * events that count at it. How many and which one was the last (version, position) belongs to the moment and is no difference.
 */
public final class Differences {

    private static final Set<String> OF_THE_MOMENT = Set.of("/version", "/position");

    private Differences() {
    }

    /**
     * The differences, in the order of the state's components.
     *
     * @param start the state that both moments build upon; empty when that is nothing
     * @param from  the further events of the one moment, by version
     * @param to    the further events of the other moment, by version
     */
    public static <S extends Record> List<Difference> between(
            Fold<S> fold, Optional<S> start, List<RecordedEvent> from, List<RecordedEvent> to) {
        Way<S> undone = new Way<>(fold, start, from, versions(to));
        Way<S> done = new Way<>(fold, start, to, versions(from));
        List<Difference> differences = new ArrayList<>();
        Fields.compare(undone.end.orElse(null), done.end.orElse(null), (path, before, after) -> {
            if (!OF_THE_MOMENT.contains(path)) {
                Blame blame = Stream.of(done.ownBlame(path, false), undone.ownBlame(path, true), done.anyBlame(path, false), undone.anyBlame(path, true))
                        .flatMap(Optional::stream).findFirst().orElseThrow();
                differences.add(new Difference(path, json(before), json(after), blame.event(), blame.undone()));
            }
        });
        return differences;
    }

    private static Set<Long> versions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::version).collect(Collectors.toCollection(HashSet::new));
    }

    private static @Nullable JsonNode json(@Nullable Object value) {
        return value == null ? null : EventJson.MAPPER.valueToTree(value);
    }

    private record Blame(RecordedEvent event, boolean undone) {
    }

    /** The fold from the common state to one of the moments, with the last event that changed each field. */
    private static final class Way<S extends Record> {

        private final Map<String, RecordedEvent> lastOwn = new HashMap<>();
        private final Map<String, RecordedEvent> last = new HashMap<>();
        private final Optional<S> end;

        Way(Fold<S> fold, Optional<S> start, List<RecordedEvent> events, Set<Long> othersVersions) {
            Optional<S> state = start;
            for (RecordedEvent event : events) {
                S next = fold.evolve(state, event);
                boolean own = !othersVersions.contains(event.version());
                Fields.compare(state.orElse(null), next, (path, before, after) -> {
                    last.put(path, event);
                    if (own) {
                        lastOwn.put(path, event);
                    }
                });
                state = Optional.of(next);
            }
            end = state;
        }

        /** The last event that changed the field and does not count at the other moment. */
        Optional<Blame> ownBlame(String path, boolean undone) {
            return Optional.ofNullable(lastOwn.get(path)).map(event -> new Blame(event, undone));
        }

        /** The last event that changed the field: it counts at both moments, and takes effect only at this one. */
        Optional<Blame> anyBlame(String path, boolean undone) {
            return Optional.ofNullable(last.get(path)).map(event -> new Blame(event, undone));
        }
    }
}
