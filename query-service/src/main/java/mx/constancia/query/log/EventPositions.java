package mx.constancia.query.log;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

import org.bson.Document;
import org.springframework.stereotype.Component;

/** Where in the log an event is, by its id: one document per event. */
@Component
public final class EventPositions {

    private final ViewStore store;

    EventPositions(ViewStore store) {
        this.store = store;
    }

    /** The writes that note where events are. */
    public static List<Write> writes(List<SlottedEvent> events) {
        return events.stream().<Write>map(each -> new Write.Once(
                new Document("_id", each.event().eventId()).append("position", each.event().position()))).toList();
    }

    /** The position of an event; empty when its id is not in the read models. */
    public OptionalLong find(String eventId) {
        return Optional.ofNullable(store.find(View.EVENT_POSITIONS, List.of(eventId)).get(eventId))
                .map(document -> OptionalLong.of(document.getLong("position"))).orElseGet(OptionalLong::empty);
    }
}
