package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.constancia.events.EventCodec;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.UnknownEventTypeException;
import mx.constancia.history.Fold;
import mx.constancia.query.board.Step;
import mx.constancia.query.catalogue.Boards;
import mx.constancia.query.store.View;
import mx.constancia.query.totals.Tally;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a batch does to one stream: some events are next, some were there already, some cannot be folded or come too early. */
final class StreamFold<S> {

    /**
     * An event that was folded, what it adds to the views of boards, and where it counts.
     *
     * @param after the state after it
     */
    record Derived<S>(Arrival arrival, S after, Map<View, List<Document>> documents, List<Tally.Cell> cells) {

        StoredEvent event() {
            return arrival.event();
        }
    }

    private final String streamId;
    private final Aggregate<S> aggregate;
    private final Start<S> start;
    private final Fold<S> fold;
    private Optional<S> state;
    private long version;
    private final List<Derived<S>> steps = new ArrayList<>();
    private final List<Arrival> beyond = new ArrayList<>();
    private int duplicates;
    private long duplicateOffset;
    private long lastOffset;
    private @Nullable Arrival failed;
    private String reason = "";
    private @Nullable Document changed;

    StreamFold(String streamId, Aggregate<S> aggregate, Start<S> start) {
        this.streamId = streamId;
        this.aggregate = aggregate;
        this.start = start;
        this.fold = aggregate.fold();
        this.state = start.state();
        this.version = start.version();
    }

    /** A stream whose events of the batch were taken. */
    static <S> StreamFold<S> of(String streamId, Aggregate<S> aggregate, @Nullable Document loaded, List<Arrival> inOrder) {
        return new StreamFold<>(streamId, aggregate, Start.of(aggregate, loaded)).taken(inOrder);
    }

    /** Takes the stream's events of the batch, ordered by version. */
    StreamFold<S> taken(List<Arrival> inOrder) {
        inOrder.forEach(this::take);
        end();
        return this;
    }

    private void take(Arrival arrival) {
        if (arrival.version() <= version) {
            duplicates++;
            duplicateOffset = Math.max(duplicateOffset, arrival.offset());
            lastOffset = Math.max(lastOffset, arrival.offset());
        } else if (failed == null && arrival.version() == version + 1) {
            apply(arrival);
        } else {
            beyond.add(arrival);
        }
    }

    private void apply(Arrival arrival) {
        try {
            RecordedEvent event = EventCodec.decode(arrival.event());
            S after = fold.evolve(state, event);
            Step<S> step = new Step<>(state, after, arrival.event(), event);
            steps.add(new Derived<>(arrival, after, derive(step), Tally.cells(step)));
            state = Optional.of(after);
            version = arrival.version();
            lastOffset = Math.max(lastOffset, arrival.offset());
        } catch (UnknownEventTypeException e) {
            fail(arrival, e.getMessage());
        } catch (RuntimeException e) {
            // Its message may quote the event's content, which does not belong in a reason that operators read.
            fail(arrival, "cannot be folded: " + e.getClass().getSimpleName());
        }
    }

    private static Map<View, List<Document>> derive(Step<?> step) {
        Map<View, List<Document>> derived = new EnumMap<>(View.class);
        Boards.DERIVATIONS.forEach(derivation -> derived.put(derivation.view(), derivation.fold().documents(step)));
        return derived;
    }

    private void fail(Arrival arrival, String why) {
        failed = arrival;
        reason = why;
    }

    String streamId() {
        return streamId;
    }

    Aggregate<S> aggregate() {
        return aggregate;
    }

    /** Version of the document that the one after the batch takes the place of; 0 when there is none. */
    long startVersion() {
        return start.version();
    }

    /** Where the next batch begins, when this one is written. */
    Start<S> reached() {
        return new Start<>(state, version, changed == null ? start.tally() : Tally.of(changed));
    }

    /** The document after the batch; empty when nothing was folded. */
    Optional<Document> changed() {
        return Optional.ofNullable(changed);
    }

    /** What makes the document larger than the store takes cannot be folded. */
    private void end() {
        if (steps.isEmpty()) {
            return;
        }
        changed = document(steps.size());
        if (!DocumentSize.fits(changed)) {
            int fitting = 0;
            while (DocumentSize.fits(document(fitting + 1))) {
                fitting++;
            }
            changed = fitting == 0 ? null : document(fitting);
            keep(fitting);
        }
    }

    /** The document after so many of the folded events, one or more. */
    private Document document(int count) {
        return Tally.counted(aggregate.write(steps.get(count - 1).after()), start.tally(),
                steps.stream().limit(count).flatMap(step -> step.cells().stream()));
    }

    private void keep(int fitting) {
        List<Derived<S>> tooLarge = List.copyOf(steps.subList(fitting, steps.size()));
        steps.subList(fitting, steps.size()).clear();
        if (failed != null) {
            beyond.addFirst(failed);
        }
        beyond.addAll(0, tooLarge.stream().skip(1).map(Derived::arrival).toList());
        state = steps.isEmpty() ? start.state() : Optional.of(steps.getLast().after());
        version = tooLarge.getFirst().event().version() - 1;
        lastOffset = Math.max(duplicateOffset, steps.stream().mapToLong(step -> step.arrival().offset()).max().orElse(0));
        fail(tooLarge.getFirst().arrival(), "the document would be larger than the store takes");
    }

    /** Lets go of what was derived from the events, which is written now: a large batch has much of it. */
    void letGo() {
        steps.clear();
    }

    /** The number of events that were folded. */
    int applied() {
        return (int) (version - start.version());
    }

    long version() {
        return version;
    }

    List<Derived<S>> steps() {
        return steps;
    }

    /** Whether there are events that could not be folded now. */
    boolean standsStill() {
        return failed != null || !beyond.isEmpty();
    }

    /** Events after one that is missing or failed. */
    List<Arrival> beyond() {
        return beyond;
    }

    int duplicates() {
        return duplicates;
    }

    /** Highest offset of an event that is folded now. */
    long lastOffset() {
        return lastOffset;
    }

    /** The event that could not be folded. */
    Optional<Arrival> failed() {
        return Optional.ofNullable(failed);
    }

    String reason() {
        return reason;
    }
}
