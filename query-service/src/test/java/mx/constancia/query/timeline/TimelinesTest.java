package mx.constancia.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.query.History;
import mx.constancia.query.http.Reader;
import mx.constancia.query.store.InMemoryViewStore;
import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.View;
import mx.constancia.query.store.Write;
import mx.constancia.query.timeline.TimelineEntry.RestrictedPart;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelinesTest {

    private static final String ID = "conaculta";
    private static final String AGENCY = "cultura";
    /** Two full pages and a part of one. */
    private static final long NEWEST = 2 * TimelinePages.SIZE + 7;

    private final InMemoryViewStore store = new InMemoryViewStore();
    private final Timelines timelines = new Timelines(new TimelinePages(store));

    @BeforeEach
    void aMechanismWithSomePagesOfEvents() {
        views(history("before"));
    }

    @Test
    void everyStretchIsWhatItIsWhenItsPagesAreNotKept() {
        for (long first = 1; first <= NEWEST; first++) {
            for (long last = first; last <= NEWEST; last++) {
                assertThat(timelines.read(ID, first, last, NEWEST)).as("%d to %d", first, last)
                        .extracting(fact -> fact.event().version()).containsExactlyElementsOf(LongStream.rangeClosed(first, last).boxed().toList());
            }
        }
    }

    @Test
    void aFullPageIsAskedForOnce() {
        List<TimelineFact> asked = timelines.read(ID, 1, TimelinePages.SIZE, NEWEST);

        assertThat(timelines.read(ID, 1, TimelinePages.SIZE, NEWEST)).isEqualTo(asked);
    }

    @Test
    void pagesOfAHistoryThatTheViewsDoNotHoldAnyMoreAreNotAnswered() {
        timelines.read(ID, 1, NEWEST, NEWEST);
        History other = history("after");

        views(other);

        assertThat(timelines.read(ID, 1, NEWEST, NEWEST)).extracting(fact -> fact.event().eventId())
                .containsExactlyElementsOf(other.events().stream().filter(TimelinesTest::isOfTheMechanism).map(StoredEvent::eventId).toList());
    }

    @Test
    void aStretchEndsWhereAnEventIsNotThere() {
        assertThat(timelines.read(ID, 1, NEWEST + 1, NEWEST + TimelinePages.SIZE)).hasSize((int) NEWEST);
    }

    @Test
    void nothingIsAnsweredAfterAPageThatIsNotThere() {
        store.write(View.TIMELINE, List.of(new Write.Delete(ID + "/0")));

        assertThat(timelines.read(ID, 1, NEWEST, NEWEST)).isEmpty();
    }

    @Test
    void aKeptPageShowsItsRestrictedPartsToTheirAgencyOnly() {
        Reader auditor = new Reader(AGENCY, Set.of("OIC_AUDITOR"));
        TimelineFact appointment = timelines.read(ID, 1, NEWEST, NEWEST).get(1);

        assertThat(appointment.entry(Reader.PUBLIC).restrictedPart()).isEqualTo(RestrictedPart.WITHHELD);
        assertThat(appointment.entry(Reader.PUBLIC).restricted()).isNull();
        assertThat(appointment.entry(auditor).restrictedPart()).isEqualTo(RestrictedPart.SHOWN);
        assertThat(appointment.entry(auditor).restricted()).isEqualTo(appointment.event().restrictedPart());
    }

    private static History history(String ids) {
        History history = new History(ids).agency(AGENCY).proposed(ID, AGENCY, "Consejo");
        LongStream.range(1, NEWEST).forEach(number -> history.appointed(ID, AGENCY, "A-" + number));
        return history;
    }

    private void views(History history) {
        store.write(View.TIMELINE, TimelinePages.fills(ID, history.events().stream().filter(TimelinesTest::isOfTheMechanism).map(SlottedEvent::of).toList()));
    }

    private static boolean isOfTheMechanism(StoredEvent event) {
        return event.streamId().equals(StreamId.ofMechanism(ID));
    }
}
