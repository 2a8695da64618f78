package mx.constancia.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.installation.ParkedReplayRequested;
import mx.constancia.events.installation.RebuildRequested;
import mx.constancia.history.InstallationState;
import mx.constancia.query.History;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.ConcurrentChangeException;
import mx.constancia.query.store.FailingViewStore;
import mx.constancia.query.store.InMemoryViewStore;
import mx.constancia.query.store.InterruptedViewStore;
import mx.constancia.query.store.View;
import mx.constancia.query.timeline.TimelinePages;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class ProjectorTest {

    private final InMemoryViewStore store = new InMemoryViewStore();
    private final History history = new History().agency("segob").proposed("consejo", "segob", "Consejo").determined("consejo", "segob")
            .called("consejo", "segob", "C-1").appointed("consejo", "segob", "A-1").proposed("comite", "segob", "Comité")
            .determined("comite", "segob");
    private final List<StoredEvent> events = history.events();
    private final StoredEvent determined = events.get(2);

    @Test
    void aStreamWithAMissingEventStopsAndTheOthersGoOn() {
        Partitions topic = without(determined);

        topic.readInto(store);

        assertThat(versionOf("consejo")).isEqualTo(1);
        assertThat(versionOf("comite")).isEqualTo(2);
        assertThat(new VisibleHead(store).refresh()).isEqualTo(1);
    }

    @Test
    void aHoleIsRecordedWithWhatIsMissingAndIsPersistentAfterASecondReading() {
        without(determined).readInto(store, partition -> 1);

        Document hole = store.all(View.HOLES).get("mechanism-consejo");
        assertThat(hole.getLong("expected")).isEqualTo(2);
        assertThat(hole.getLong("found")).isEqualTo(3);
        assertThat(hole.getLong("seen")).isEqualTo(4);
        assertThat(hole.getLong("position")).isEqualTo(3);
        assertThat(hole.getBoolean("persistent")).isTrue();
    }

    @Test
    void aHoleInTheViewsIsRepairedFromTheTopic() {
        Partitions.of(events).readInto(store);
        InMemoryViewStore damaged = new InMemoryViewStore();
        Partitions.of(events.subList(0, 2)).readInto(damaged);
        skipAhead(damaged);

        Partitions.of(events).readInto(damaged);

        assertThat(damaged.documents()).isEqualTo(store.documents());
    }

    @Test
    void theOrdersOfOperatorsAreFoldedLikeAnyOtherStream() {
        history.record(InstallationState.STREAM, InstallationState.THIS, new RebuildRequested("Vistas nuevas"))
                .record(InstallationState.STREAM, InstallationState.THIS, new ParkedReplayRequested("Versión nueva", null));

        Partitions.of(history.events()).readInto(store);

        assertThat(store.all(View.INSTALLATIONS).get(InstallationState.THIS).getLong("version")).isEqualTo(2);
        assertThat(store.all(View.PARKED)).isEmpty();
        assertThat(new VisibleHead(store).refresh()).isEqualTo(history.last().position());
    }

    @Test
    void anOrderOfANewerBuildIsParkedAndTheRestGoesOn() {
        history.record(InstallationState.STREAM, InstallationState.THIS, new RebuildRequested("Vistas nuevas"));
        Partitions topic = new Partitions();
        topic.sendWithType(history.last(), "installation.backup-requested.v1");
        events.forEach(topic::send);

        topic.readInto(store);

        assertThat(store.all(View.PARKED).keySet()).containsExactly("installation-constancia/1");
        assertThat(versionOf("comite")).isEqualTo(2);
    }

    @Test
    void anEventOfANewerBuildIsParkedWithThoseBehindItAndTheRestGoesOn() {
        Partitions.withUnknown(determined, events).readInto(store, partition -> 1);

        assertThat(versionOf("consejo")).isEqualTo(1);
        assertThat(versionOf("comite")).isEqualTo(2);
        assertThat(store.all(View.PARKED).keySet())
                .containsExactlyInAnyOrder("mechanism-consejo/2", "mechanism-consejo/3", "mechanism-consejo/4");
        assertThat(store.all(View.PARKED).get("mechanism-consejo/2").getString("reason"))
                .isEqualTo("unknown event type mechanism.mechanism-determined.v9");
        assertThat(store.all(View.PARKED).get("mechanism-consejo/4").getString("reason")).isEqualTo("waits for version 2");
        assertThat(store.all(View.HOLES)).isEmpty();
        assertThat(new VisibleHead(store).refresh()).isEqualTo(history.last().position());
    }

    @Test
    void aParkedEventThatCanBeFoldedAfterAllLeavesTheParkingWithThoseBehindIt() {
        readWithAnEventThatCannotBeFolded(store);
        InMemoryViewStore rebuilt = new InMemoryViewStore();
        Partitions.of(events).readInto(rebuilt);

        store.all(View.PROGRESS).clear();
        Partitions.of(events).readInto(store);

        assertThat(store.documents()).isEqualTo(rebuilt.documents());
    }

    @Test
    void aReaderThatDiesWhileParkedEventsAreFoldedLeavesNoneParked() {
        InMemoryViewStore rebuilt = new InMemoryViewStore();
        Partitions.of(events).readInto(rebuilt);
        boolean died = true;
        for (int healthyWrites = 0; died; healthyWrites++) {
            InMemoryViewStore dying = new InMemoryViewStore();
            readWithAnEventThatCannotBeFolded(dying);
            dying.all(View.PROGRESS).clear();

            FailingViewStore failing = new FailingViewStore(dying, healthyWrites);
            Partitions.of(events).readInto(failing);
            died = failing.died();

            assertThat(dying.documents()).isEqualTo(rebuilt.documents());
        }
    }

    /** Another type stands for a build that does not know the event yet; the event's entry in the log would be the same for both builds. */
    private void readWithAnEventThatCannotBeFolded(InMemoryViewStore views) {
        Partitions.withUnknown(determined, events).readInto(views);
        views.all(View.LOG).remove(Long.toString(determined.position()));
    }

    @Test
    void anEventThatIsTooLargeForASlotIsReadBackWithItsTexts() {
        History large = new History().agency("segob").proposed("consejo", "segob", "Consejo".repeat(4_000)).determined("consejo", "segob");
        Partitions.of(large.events()).readInto(store);

        assertThat(store.all(View.TEXTS)).containsOnlyKeys("1");
        assertThat(new TimelinePages(store).read("consejo", 1, 2)).isEqualTo(large.events().subList(1, 3));
    }

    @Test
    void aRecordThatIsNoEventIsParkedAndTheRestGoesOn() {
        Partitions topic = Partitions.of(events);
        topic.send(determined, Map.of(), "nonsense".getBytes(StandardCharsets.UTF_8));

        topic.readInto(store);

        assertThat(store.all(View.PARKED)).hasSize(1);
        assertThat(store.all(View.PARKED).values().iterator().next().getString("reason")).startsWith("not an event");
        assertThat(versionOf("consejo")).isEqualTo(4);
    }

    @Test
    void theReasonOfAnEventThatCannotBeFoldedDoesNotQuoteIt() {
        Partitions topic = Partitions.of(events.subList(0, 2));
        StoredEvent broken = new StoredEvent(determined.position(), determined.eventId(), determined.streamId(), determined.version(),
                determined.type(), determined.recordedAt(), determined.envelope(), "{\"coverage\":\"CURP XEXX010101HNEXXXA4\"}", null, null, null);
        topic.send(broken);

        topic.readInto(store);

        assertThat(store.all(View.PARKED).get("mechanism-consejo/2").getString("reason"))
                .startsWith("cannot be folded").doesNotContain("CURP");
    }

    @Test
    void aBatchThatDoesNotBeginWhereTheStoredProgressIsIsNotProjected() {
        Partitions topic = Partitions.of(events);
        PartitionBatch tail = new PartitionBatch(0, 7, topic.all(partitionWithRecords(topic)).deliveries());

        Projected projected = new Projector(store).project(Partitions.TOPIC_ID, List.of(tail));

        assertThat(projected.progress().get(0).next()).isEqualTo(Progress.BEGINNING);
        assertThat(projected.applied()).isZero();
        assertThat(store.documents()).isEmpty();
    }

    @Test
    void aTopicWithAnotherIdIsRefused() {
        Partitions topic = Partitions.of(events);
        topic.readInto(store);

        assertThatThrownBy(() -> new Projector(store).project("topic-2", List.of(topic.all(partitionWithRecords(topic)))))
                .isInstanceOf(HistoryChangedException.class);
    }

    @Test
    void aStoreThatIsEmptiedInTheMiddleOfABatchDoesNotCountTheBatch() {
        Partitions topic = Partitions.of(events.subList(0, 3));
        topic.readInto(store);
        Projector projector = new Projector(new InterruptedViewStore(store, store::empty));
        events.subList(3, events.size()).forEach(topic::send);
        int partition = partitionWithRecords(topic);
        long next = projector.next(List.of(partition)).get(partition);
        List<Delivery> rest = topic.all(partition).deliveries();

        assertThatThrownBy(() -> projector.project(Partitions.TOPIC_ID,
                List.of(new PartitionBatch(partition, next, rest.subList((int) next, rest.size())))))
                .isInstanceOf(ConcurrentChangeException.class);

        topic.readInto(store);
        InMemoryViewStore rebuilt = new InMemoryViewStore();
        topic.readInto(rebuilt);
        assertThat(store.documents()).isEqualTo(rebuilt.documents());
    }

    @Test
    void anOwnerThatWasReplacedInTheMiddleOfABatchOverwritesNothing() {
        Partitions topic = Partitions.of(events);
        InMemoryViewStore rebuilt = new InMemoryViewStore();
        topic.readInto(rebuilt);
        Projector replaced = new Projector(new InterruptedViewStore(store, () -> topic.readInto(store)));
        int partition = partitionWithRecords(topic);
        PartitionBatch first = new PartitionBatch(partition, Progress.BEGINNING, topic.all(partition).deliveries().subList(0, 2));

        assertThatThrownBy(() -> replaced.project(Partitions.TOPIC_ID, List.of(first))).isInstanceOf(ConcurrentChangeException.class);

        assertThat(store.documents()).isEqualTo(rebuilt.documents());
    }

    /** The partition of the mechanism {@code consejo}. */
    private int partitionWithRecords(Partitions topic) {
        return Partitions.partitions().stream()
                .filter(partition -> topic.all(partition).deliveries().stream().anyMatch(record -> "mechanism-consejo".equals(record.key())))
                .findFirst().orElseThrow();
    }

    private Partitions without(StoredEvent missing) {
        return Partitions.of(events.stream().filter(event -> event != missing).toList());
    }

    private long versionOf(String mechanism) {
        return store.all(View.MECHANISMS).get(mechanism).getLong("version");
    }

    /** Progress as if the mechanism's second event had been read, and then the documents had been lost. */
    private void skipAhead(InMemoryViewStore damaged) {
        damaged.all(View.PROGRESS).computeIfPresent(Progress.id(partitionWithRecords(Partitions.of(events))),
                (id, document) -> new Document(document).append("next", document.getLong("next") + 1));
    }
}
