package mx.constancia.query.mechanism;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import mx.constancia.events.EventCodec;
import mx.constancia.events.EventJson;
import mx.constancia.events.StoredEvent;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.timeline.TimelinePages;

import org.bson.Document;
import org.springframework.stereotype.Component;

/** The state of a mechanism now, from its document, or at a moment of its past, folded from its events. */
@Component
class MechanismStates {

    private static final Fold<MechanismState> FOLD = MechanismHistory::evolve;

    private final ViewStore store;
    private final TimelinePages timeline;
    private final VisibleHead head;
    private final Clock clock;

    MechanismStates(ViewStore store, TimelinePages timeline, VisibleHead head, Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.head = head;
        this.clock = clock;
    }

    /**
     * The state at a moment.
     *
     * @throws Problem when there is none
     */
    MechanismState at(String mechanismId, Moment moment) {
        return switch (moment) {
            case Moment.Now() -> MechanismDocuments.state(document(mechanismId));
            case Moment.AtVersion(long version) -> atVersion(mechanismId, version);
            case Moment.AtPosition(long position) -> atPosition(mechanismId, position);
            case Moment.AsOf(Instant instant) -> asOf(mechanismId, instant);
        };
    }

    private MechanismState atVersion(String mechanismId, long version) {
        long newest = document(mechanismId, "version").getLong("version");
        if (version > newest) {
            throw new Problem(ProblemType.BEYOND_THE_HEAD, "The mechanism is at version " + newest + ".").with("version", newest);
        }
        return fold(timeline.read(mechanismId, 1, version), event -> true);
    }

    private MechanismState atPosition(String mechanismId, long position) {
        long newest = document(mechanismId, "version").getLong("version");
        if (position > head.current() && position > head.refresh()) {
            throw new Problem(ProblemType.BEYOND_THE_HEAD, "The log can be read up to position " + head.current() + ".")
                    .with("visibleHead", head.current());
        }
        return fold(timeline.read(mechanismId, 1, newest), event -> event.position() <= position);
    }

    private MechanismState asOf(String mechanismId, Instant instant) {
        long newest = document(mechanismId, "version").getLong("version");
        if (instant.isAfter(clock.instant())) {
            throw new Problem(ProblemType.FUTURE_MOMENT, ProblemType.FUTURE_MOMENT.explanation());
        }
        return fold(timeline.read(mechanismId, 1, newest), event -> !event.recordedAt().isAfter(instant));
    }

    private static MechanismState fold(List<StoredEvent> events, Predicate<StoredEvent> until) {
        return FOLD.replay(events.stream().takeWhile(until).map(EventCodec::decode)::iterator)
                .orElseThrow(() -> new Problem(ProblemType.BEFORE_THE_BEGINNING, ProblemType.BEFORE_THE_BEGINNING.explanation())
                        .with("firstPosition", events.getFirst().position())
                        .with("firstRecordedAt", EventJson.format(events.getFirst().recordedAt())));
    }

    private Document document(String mechanismId, String... fields) {
        Document document = store.find(View.MECHANISMS, List.of(mechanismId), fields).get(mechanismId);
        if (document == null) {
            throw new Problem(ProblemType.UNKNOWN_MECHANISM, "There is no mechanism " + mechanismId + " in the read models.");
        }
        return document;
    }
}
