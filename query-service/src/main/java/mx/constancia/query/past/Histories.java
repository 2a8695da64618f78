package mx.constancia.query.past;

import java.time.Clock;

import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.timeline.TimelinePages;

import org.springframework.stereotype.Component;

/** Where the past of each kind of aggregate is read from. */
@Component
public final class Histories {

    private final ViewStore store;
    private final TimelinePages timeline;
    private final VisibleHead head;
    private final Clock clock;

    /** Of these views. */
    public Histories(ViewStore store, TimelinePages timeline, VisibleHead head, Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.head = head;
        this.clock = clock;
    }

    /** The states of one kind, with a memory of their own of what was folded. */
    public <S extends Record> States<S> of(Subject<S> subject) {
        return new States<>(subject, store, timeline, head, clock);
    }
}
