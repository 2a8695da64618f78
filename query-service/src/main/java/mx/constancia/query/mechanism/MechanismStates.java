package mx.constancia.query.mechanism;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import mx.constancia.events.EventJson;
import mx.constancia.events.RecordedEvent;
import mx.constancia.history.MechanismState;
import mx.constancia.history.Moment;
import mx.constancia.history.Moment.Known;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.springframework.stereotype.Component;

/** The state of a mechanism now, from its document, or at a moment of its past, folded from its events. */
@Component
class MechanismStates {

    private final ViewStore store;
    private final MechanismEvents events;
    private final Checkpoints checkpoints;
    private final VisibleHead head;
    private final Clock clock;

    MechanismStates(ViewStore store, MechanismEvents events, Checkpoints checkpoints, VisibleHead head, Clock clock) {
        this.store = store;
        this.events = events;
        this.checkpoints = checkpoints;
        this.head = head;
        this.clock = clock;
    }

    /**
     * The newest state.
     *
     * @throws Problem when there is no such mechanism
     */
    Found now(String mechanismId) {
        MechanismState state = MechanismDocuments.state(document(mechanismId));
        return new Found(state, Long.toString(state.version()));
    }

    /**
     * The state at a moment of the past.
     *
     * @throws Problem when there is none
     */
    Found at(String mechanismId, Moment moment) {
        Past past = past(mechanismId, moment);
        long known = past.lastKnown(moment);
        MechanismState state = past.state(moment, known).orElseThrow(() -> nothingYet(past));
        return new Found(state, moment.happenedBy() == null ? Long.toString(state.version()) : known + "-" + moment.happenedBy());
    }

    /**
     * A state that was found.
     *
     * @param entityTag the version; beside a legal date also that date, for which other events may count
     */
    record Found(MechanismState state, String entityTag) {
    }

    /**
     * The history of a mechanism.
     *
     * @param moments that are to be asked for
     * @throws Problem when there is no such mechanism, or one of the moments is not there yet
     */
    Past past(String mechanismId, Moment... moments) {
        Document newest = document(mechanismId, "version", "state.timeZone");
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(newest.get("state", Document.class).getString("timeZone"))));
        for (Moment moment : moments) {
            check(moment.known(), newest.getLong("version"), today);
            if (moment.happenedBy() != null && moment.happenedBy().isAfter(today)) {
                throw notYet();
            }
        }
        return new Past(checkpoints, events, mechanismId, newest.getLong("version"));
    }

    private void check(Known known, long newest, LocalDate today) {
        switch (known) {
            case Known.Everything() -> { }
            case Known.ToVersion(long version) when version > newest ->
                throw new Problem(ProblemType.BEYOND_THE_HEAD, "The mechanism is at version " + newest + ".").with("version", newest);
            case Known.ToVersion(long version) -> { }
            case Known.ToPosition(long position) -> {
                if (position > head.atLeast(position)) {
                    throw new Problem(ProblemType.BEYOND_THE_HEAD, "The log can be read up to position " + head.current() + ".")
                            .with("visibleHead", head.current());
                }
            }
            case Known.ToInstant(var instant) -> {
                if (instant.isAfter(clock.instant())) {
                    throw notYet();
                }
            }
            case Known.ToEndOf(LocalDate day) -> {
                if (day.isAfter(today)) {
                    throw notYet();
                }
            }
        }
    }

    private static Problem notYet() {
        return new Problem(ProblemType.FUTURE_MOMENT, ProblemType.FUTURE_MOMENT.explanation());
    }

    /** What to answer when nothing of a history counts at a moment. */
    static Problem nothingYet(Past past) {
        RecordedEvent first = past.first();
        return new Problem(ProblemType.BEFORE_THE_BEGINNING, ProblemType.BEFORE_THE_BEGINNING.explanation())
                .with("firstPosition", first.position())
                .with("firstRecordedAt", EventJson.format(first.recordedAt()))
                .with("firstOccurredOn", first.envelope().occurredOn().toString());
    }

    private Document document(String mechanismId, String... fields) {
        Document document = store.find(View.MECHANISMS, List.of(mechanismId), fields).get(mechanismId);
        if (document == null) {
            throw new Problem(ProblemType.UNKNOWN_MECHANISM, "There is no mechanism " + mechanismId + " in the read models.");
        }
        return document;
    }
}
