package mx.constancia.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import mx.constancia.events.EventCodec;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.query.History;
import mx.constancia.query.mechanism.MechanismDocuments;
import mx.constancia.query.store.FailingViewStore;
import mx.constancia.query.store.InMemoryViewStore;
import mx.constancia.query.store.View;
import mx.constancia.query.timeline.TimelinePages;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.bson.Document;

/** What holds for every log, however it arrives. */
class ProjectorPropertyTest {

    private static final Fold<MechanismState> FOLD = MechanismHistory::evolve;

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(tries = 100)
    void anySplitIntoBatchesGivesTheSameDocuments(@ForAll("histories") History history, @ForAll Random random) {
        Partitions topic = Partitions.of(history.events());

        assertThat(read(topic, random).documents()).isEqualTo(read(topic).documents());
    }

    @Property(tries = 100)
    void duplicatesChangeNothing(@ForAll("histories") History history, @ForAll Random random) {
        Partitions twice = new Partitions();
        List<StoredEvent> sent = new ArrayList<>();
        for (StoredEvent event : history.events()) {
            sent.add(event);
            twice.send(event);
            // A relay that restarts goes back a little and sends the same again.
            if (random.nextInt(5) == 0) {
                sent.subList(Math.max(0, sent.size() - 4), sent.size()).forEach(twice::send);
            }
        }

        assertThat(read(twice, random).documents()).isEqualTo(read(Partitions.of(history.events())).documents());
    }

    @Property(tries = 40)
    void aReaderThatDiesAtAnyWriteLeavesWhatARebuildGives(@ForAll("histories") History history, @ForAll Random random) {
        Partitions topic = Partitions.of(history.events());
        InMemoryViewStore rebuilt = read(topic);
        boolean died = true;
        for (int healthyWrites = 0; died; healthyWrites++) {
            InMemoryViewStore store = new InMemoryViewStore();
            FailingViewStore failing = new FailingViewStore(store, healthyWrites);
            topic.readInto(failing, partition -> random.nextInt(12));
            died = failing.died();

            assertThat(store.documents()).isEqualTo(rebuilt.documents());
        }
    }

    @Property(tries = 40)
    void theStateAtEveryVersionIsTheFoldOfTheEventsUpToIt(@ForAll("histories") History history, @ForAll Random random) {
        InMemoryViewStore store = read(Partitions.of(history.events()), random);
        TimelinePages timeline = new TimelinePages(store);

        for (int mechanism = 0; mechanism < 3; mechanism++) {
            String id = Histories.id(mechanism);
            List<StoredEvent> events = history.events().stream().filter(event -> event.streamId().equals(StreamId.ofMechanism(id))).toList();
            Optional<MechanismState> state = Optional.empty();
            for (StoredEvent event : events) {
                state = Optional.of(FOLD.evolve(state, EventCodec.decode(event)));
                assertThat(FOLD.replay(timeline.read(id, 1, event.version()).stream().map(EventCodec::decode)::iterator)).isEqualTo(state);
            }
            assertThat(Optional.of(MechanismDocuments.state(store.all(View.MECHANISMS).get(id)))).isEqualTo(state);
        }
    }

    @Property(tries = 100)
    void aMissingEventThatComesLateLeavesWhatARebuildGives(@ForAll("histories") History history, @ForAll Random random) {
        StoredEvent late = history.events().get(random.nextInt(history.events().size()));
        Partitions topic = new Partitions();
        history.events().stream().filter(event -> event != late).forEach(topic::send);
        InMemoryViewStore store = new InMemoryViewStore();
        topic.readInto(store, partition -> random.nextInt(5));

        topic.send(late);
        topic.readInto(new FailingViewStore(store, random.nextInt(30)), partition -> random.nextInt(5));

        assertThat(store.documents()).isEqualTo(read(Partitions.of(history.events())).documents());
    }

    @Property(tries = 40)
    void everyEventIsOneFactAndIsCountedOnceHoweverOftenItIsRead(@ForAll("histories") History history, @ForAll Random random) {
        Partitions topic = new Partitions();
        history.events().forEach(topic::send);
        history.events().stream().filter(event -> random.nextInt(3) == 0).forEach(topic::send);
        InMemoryViewStore store = new InMemoryViewStore();
        topic.readInto(new FailingViewStore(store, random.nextInt(30)), partition -> random.nextInt(7));

        assertThat(store.all(View.FACTS).values()).extracting(fact -> fact.getLong("position")).containsExactlyInAnyOrderElementsOf(
                history.events().stream().map(StoredEvent::position).toList());
        assertThat(Stream.of(View.MECHANISMS, View.AGENCIES).flatMap(view -> store.all(view).values().stream())
                .flatMap(document -> document.getList("tally", Document.class).stream())
                .filter(cell -> !cell.containsKey("finding")).mapToInt(cell -> cell.getInteger("n")).sum()).isEqualTo(history.events().size());
        assertThat(Stream.of(View.MECHANISMS, View.AGENCIES).flatMap(view -> store.all(view).values().stream())
                .flatMap(document -> document.getList("tally", Document.class).stream())
                .filter(cell -> cell.containsKey("finding")).mapToInt(cell -> cell.getInteger("n")).sum())
                .isEqualTo(store.all(View.FINDINGS).size());
    }

    private static InMemoryViewStore read(Partitions topic) {
        InMemoryViewStore store = new InMemoryViewStore();
        topic.readInto(store);
        return store;
    }

    private static InMemoryViewStore read(Partitions topic, Random random) {
        InMemoryViewStore store = new InMemoryViewStore();
        topic.readInto(store, partition -> random.nextInt(6));
        return store;
    }
}
