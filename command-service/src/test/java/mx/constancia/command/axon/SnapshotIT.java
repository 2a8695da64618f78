package mx.constancia.command.axon;

import static mx.constancia.command.Submissions.appoint;
import static mx.constancia.command.Submissions.registerAgency;
import static mx.constancia.command.Submissions.registerMechanism;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.constancia.command.LogDatabase;
import mx.constancia.command.TestNode;
import mx.constancia.command.eventlog.SnapshotTable;
import mx.constancia.command.eventlog.SnapshotTable.Snapshot;
import mx.constancia.decision.Outcome.Recorded;
import mx.constancia.decision.Outcome.Rejected;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventJson;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.testing.Parts;

class SnapshotIT {

    private static final String STREAM = "mechanism-consejo";
    private static final String REVISION = AggregateType.MECHANISM.revision();

    private final LogDatabase database = LogDatabase.migrated(Parts.postgres().newDatabase());
    private TestNode node;

    @BeforeEach
    void start() {
        node = TestNode.withSnapshotsEvery(10, database);
        node.record(registerAgency());
        node.record(registerMechanism("consejo"));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aLongStreamGetsASnapshotThatEqualsItsFold() {
        appointUpTo(10);

        Snapshot snapshot = awaitSnapshot();

        assertThat(snapshot.version()).isBetween(10L, 11L);
        Fold<MechanismState> fold = MechanismHistory::evolve;
        MechanismState folded = fold.replay(node.log().readStream(STREAM, 1, (int) snapshot.version()).stream()
                .map(EventCodec::decode).toList()).orElseThrow();
        assertThat(EventJson.MAPPER.readValue(snapshot.state(), MechanismState.class)).isEqualTo(folded);
    }

    @Test
    void aNodeLoadsFromTheSnapshotAndTheEventsAfterIt() {
        appointUpTo(12);
        Snapshot snapshot = awaitSnapshot();
        try (TestNode other = TestNode.on(database)) {
            assertThat(messagesRead(other)).isEqualTo(1 + 13 - snapshot.version());
            assertThat(other.dispatch(appoint("consejo", "s1"))).isInstanceOf(Rejected.class);
            assertThat(other.record(appoint("consejo", "s13")).version()).isEqualTo(14);
        }
    }

    @Test
    void aSnapshotOfAnotherRevisionIsIgnored() {
        node.part(SnapshotTable.class).store(new Snapshot(STREAM, 1, "another revision", "{\"nothing\":\"known\"}"));
        try (TestNode other = TestNode.on(database)) {
            assertThat(messagesRead(other)).isEqualTo(1);
            assertThat(other.dispatch(appoint("consejo", "s1"))).isInstanceOf(Recorded.class);
        }
    }

    @Test
    void aSnapshotThatCannotBeReadIsIgnored() {
        node.part(SnapshotTable.class).store(new Snapshot(STREAM, 1, REVISION, "not JSON"));
        try (TestNode other = TestNode.on(database)) {
            assertThat(other.record(appoint("consejo", "s1")).version()).isEqualTo(2);
        }
    }

    @Test
    void anOlderSnapshotDoesNotReplaceALaterOne() {
        SnapshotTable snapshots = node.part(SnapshotTable.class);
        snapshots.store(new Snapshot(STREAM, 20, REVISION, "{\"later\":true}"));

        snapshots.store(new Snapshot(STREAM, 10, REVISION, "{}"));

        assertThat(snapshots.find(STREAM, REVISION)).map(Snapshot::version).contains(20L);
    }

    private void appointUpTo(int seats) {
        for (int seat = 1; seat <= seats; seat++) {
            node.record(appoint("consejo", "s" + seat));
        }
    }

    private Snapshot awaitSnapshot() {
        SnapshotTable snapshots = node.part(SnapshotTable.class);
        return await().atMost(Duration.ofSeconds(60)).until(() -> snapshots.find(STREAM, REVISION), Optional::isPresent).orElseThrow();
    }

    private static long messagesRead(TestNode node) {
        Iterable<DomainEventMessage<?>> messages = () -> node.part(EventStore.class).readEvents(STREAM);
        return StreamSupport.stream(messages.spliterator(), false).count();
    }
}
