package mx.constancia.query.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import mx.constancia.events.EventCodec;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.history.Moment;
import mx.constancia.history.Moment.Known;
import mx.constancia.query.History;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.mechanism.MechanismDocuments;
import mx.constancia.query.store.InMemoryViewStore;
import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.View;
import mx.constancia.query.timeline.TimelinePages;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is asked for, and in whatever order: the answer is the fold of the events that count. */
class PastPropertyTest {

    private static final String ID = "consejo";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Fold<MechanismState> FOLD = MechanismHistory::evolve;
    private static final Subject<MechanismState> SUBJECT = new Subject<>("mechanism", View.MECHANISMS, MechanismDocuments::state, id -> id, FOLD,
            state -> state.appointments().size() + state.calls().size(), ProblemType.UNKNOWN_MECHANISM);
    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    private final InMemoryViewStore store = new InMemoryViewStore();
    private final StreamEvents events = new StreamEvents(new TimelinePages(store));
    private final Checkpoints<MechanismState> checkpoints = new Checkpoints<>(SUBJECT, events);

    @Property(tries = 6)
    void theStateAtEveryPositionIsTheFoldOfTheEventsUpToIt(@ForAll @IntRange(min = 1, max = 230) int facts, @ForAll Random random) {
        History log = history(facts, random);
        List<RecordedEvent> life = life(log);
        fill(log);
        Optional<MechanismState> folded = Optional.empty();
        int next = 0;
        for (StoredEvent event : log.events()) {
            if (next < life.size() && life.get(next).position() == event.position()) {
                folded = Optional.of(FOLD.evolve(folded, life.get(next++)));
            }
            assertThat(at(life, new Known.ToPosition(event.position()), null)).isEqualTo(folded);
            assertThat(at(life, new Known.ToInstant(event.recordedAt()), null)).isEqualTo(folded);
        }
        assertThat(at(life, new Known.Everything(), null)).isEqualTo(folded);
    }

    @Property(tries = 10)
    void anyMomentIsTheFoldOfTheEventsThatCountAtIt(@ForAll @IntRange(min = 1, max = 520) int facts, @ForAll Random random) {
        History log = history(facts, random);
        List<RecordedEvent> life = life(log);
        fill(log);
        for (int question = 0; question < 40; question++) {
            RecordedEvent some = life.get(random.nextInt(life.size()));
            Known known = switch (random.nextInt(5)) {
                case 0 -> new Known.Everything();
                case 1 -> new Known.ToVersion(some.version());
                case 2 -> new Known.ToPosition(random.nextLong(log.events().size()));
                case 3 -> new Known.ToInstant(some.recordedAt().minusMillis(random.nextInt(2)));
                default -> new Known.ToEndOf(some.recordedAt().atZone(ZONE).toLocalDate().minusDays(random.nextInt(2)));
            };
            LocalDate happenedBy = random.nextInt(4) == 0 ? null : DAY.plusDays(random.nextInt(facts + 20) - 10L);
            Moment moment = new Moment(known, happenedBy);

            assertThat(at(life, known, happenedBy)).isEqualTo(Checkpoint.fold(FOLD, Optional.empty(), life.stream().filter(moment::counts).toList()));
        }
    }

    @Property(tries = 5)
    void anotherHistoryInTheViewsIsNotAnsweredFromWhatWasFoldedBefore(@ForAll Random random) {
        History before = history(250, random);
        fill(before);
        at(life(before), new Known.Everything(), null);
        store.empty();
        History after = new History("another-");
        history(after, 260, random);
        fill(after);

        assertThat(at(life(after), new Known.ToVersion(220), null))
                .isEqualTo(Checkpoint.fold(FOLD, Optional.empty(), life(after).subList(0, 220)));
    }

    private Optional<MechanismState> at(List<RecordedEvent> life, Known known, LocalDate happenedBy) {
        Past<MechanismState> past = new Past<>(FOLD, checkpoints, events, ID, life.size());
        Moment moment = new Moment(known, happenedBy);
        return past.state(moment, past.lastKnown(moment));
    }

    private void fill(History log) {
        store.empty();
        store.write(View.TIMELINE, TimelinePages.fills(ID, log.events().stream().filter(PastPropertyTest::isOurs).map(SlottedEvent::of).toList()));
    }

    private static List<RecordedEvent> life(History log) {
        return log.events().stream().filter(PastPropertyTest::isOurs).map(EventCodec::decode).toList();
    }

    private static boolean isOurs(StoredEvent event) {
        return event.streamId().equals(StreamId.ofMechanism(ID));
    }

    private static History history(int facts, Random random) {
        return history(new History("event-" + random.nextLong() + "-"), facts, random);
    }

    /** So many facts of the mechanism, some recorded late, with another agency's events between them. */
    private static History history(History log, int facts, Random random) {
        log.proposed(ID, "segob", "Consejo");
        int latest = random.nextInt(40);
        for (int fact = 1; fact < facts; fact++) {
            log.on(DAY.plusDays(random.nextInt(latest + 1) == 0 ? random.nextInt(fact + 1) : fact));
            switch (random.nextInt(6)) {
                case 0 -> log.called(ID, "segob", "C-" + fact);
                case 1 -> log.invited(ID, "segob", "I-" + fact);
                case 2 -> log.appointed(ID, "segob", "A-" + fact);
                case 3 -> log.separated(ID, "segob", "A-" + random.nextInt(fact + 1));
                case 4 -> log.determined(ID, "segob");
                default -> log.agency("agencia-" + fact).invited(ID, "segob", "I-" + fact);
            }
        }
        return log;
    }
}
