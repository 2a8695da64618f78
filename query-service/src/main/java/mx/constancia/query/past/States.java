package mx.constancia.query.past;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

import mx.constancia.history.Moment;
import mx.constancia.history.Moment.Known;
import mx.constancia.query.http.Caching;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.timeline.TimelinePages;

import org.bson.Document;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/**
 * The state of an aggregate now, from its document, or at a moment of its past, folded from its events.
 *
 * @param <S> the state
 */
public final class States<S extends Record> {

    private final Subject<S> subject;
    private final ViewStore store;
    private final StreamEvents events;
    private final Checkpoints<S> checkpoints;
    private final Diffs<S> diffs;
    private final VisibleHead head;
    private final Clock clock;

    States(Subject<S> subject, ViewStore store, TimelinePages timeline, VisibleHead head, Clock clock) {
        this.subject = subject;
        this.store = store;
        this.events = new StreamEvents(timeline);
        this.checkpoints = new Checkpoints<>(subject, events);
        this.diffs = new Diffs<>(subject.fold(), events);
        this.head = head;
        this.clock = clock;
    }

    /**
     * Answers with the state at a moment. Its entity tag is the version, and beside a legal date also that date, for which other
     * events may count.
     *
     * @param view what is shown of the state
     * @throws Problem when there is none
     */
    public <V> ResponseEntity<V> answer(String id, MomentQuery when, Function<S, V> view) {
        Found<S> found = when.isNow() ? now(id) : at(id, when.moment(""));
        return ResponseEntity.ok().eTag(found.entityTag()).cacheControl(when.isFixed() ? Caching.PAST : CacheControl.noCache())
                .body(view.apply(found.state()));
    }

    /**
     * The differences between two moments.
     *
     * @throws Problem when one of them cannot be answered, neither has anything, or too much lies between them
     */
    public DiffView between(String id, DiffQuery moments, Reader reader) {
        Moment from = moments.first();
        Moment to = moments.second();
        return diffs.between(id, past(id, from, to), from, to, reader);
    }

    /**
     * The state at a moment.
     *
     * @throws Problem when there is none
     */
    public S state(String id, Moment moment) {
        return at(id, moment).state();
    }

    private record Found<S>(S state, String entityTag) {
    }

    private Found<S> now(String id) {
        Document document = document(id);
        return new Found<>(subject.state().apply(document), document.getLong("version").toString());
    }

    private Found<S> at(String id, Moment moment) {
        Past<S> past = past(id, moment);
        long known = past.lastKnown(moment);
        S state = past.state(moment, known).orElseThrow(past::nothingYet);
        return new Found<>(state, moment.happenedBy() == null ? Long.toString(known) : known + "-" + moment.happenedBy());
    }

    private Past<S> past(String id, Moment... moments) {
        Document newest = document(id, "version", "timeZone");
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(newest.getString("timeZone"))));
        for (Moment moment : moments) {
            check(moment.known(), newest.getLong("version"), today);
            if (moment.happenedBy() != null && moment.happenedBy().isAfter(today)) {
                throw notYet();
            }
        }
        return new Past<>(subject.fold(), checkpoints, events, subject.pages().apply(id), newest.getLong("version"));
    }

    private void check(Known known, long newest, LocalDate today) {
        switch (known) {
            case Known.Everything() -> { }
            case Known.ToVersion(long version) when version > newest ->
                throw new Problem(ProblemType.BEYOND_THE_HEAD, "The " + subject.noun() + " is at version " + newest + ".").with("version", newest);
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

    private Document document(String id, String... fields) {
        Document document = store.find(subject.view(), List.of(id), fields).get(id);
        if (document == null) {
            throw new Problem(subject.unknown(), "There is no " + subject.noun() + " " + id + " in the read models.");
        }
        return document;
    }
}
