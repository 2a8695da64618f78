package mx.constancia.command.axon;

import static mx.constancia.command.Submissions.appoint;
import static mx.constancia.command.Submissions.registerAgency;
import static mx.constancia.command.Submissions.registerMechanism;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.constancia.command.LogDatabase;
import mx.constancia.command.TestNode;
import mx.constancia.events.RecordedEvent;
import mx.constancia.testing.Parts;

class GroupCommitEventStorageEngineIT {

    private static final Instant FIRST = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(FIRST);
    private TestNode node;
    private EventStorageEngine engine;

    @BeforeEach
    void start() {
        InstantSource ticking = () -> now.getAndUpdate(instant -> instant.plusMillis(1));
        node = TestNode.on(LogDatabase.migrated(Parts.postgres().newDatabase()), ticking.withZone(ZoneOffset.UTC));
        engine = node.part(EventStorageEngine.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void anEmptyLogHasNoTokens() {
        assertThat(engine.createTailToken()).isNull();
        assertThat(engine.createHeadToken()).isNull();
        assertThat(engine.createTokenAt(FIRST)).isNull();
        assertThat(engine.readEvents((TrackingToken) null, false)).isEmpty();
        assertThat(engine.lastSequenceNumberFor("mechanism-consejo")).isEmpty();
    }

    @Test
    void trackingReadsTheWholeLogAcrossPages() {
        fill(600);

        assertThat(engine.readEvents((TrackingToken) null, false)).extracting(message -> message.trackingToken().position().orElse(-1))
                .isEqualTo(LongStream.range(0, 602).boxed().toList());
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(599), false))
                .extracting(message -> ((RecordedEvent) message.getPayload()).position()).containsExactly(600L, 601L);
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(601));
    }

    @Test
    void aTokenAtATimeStandsBeforeTheFirstEventRecordedThen() {
        fill(8);
        for (long position = 0; position < 10; position++) {
            Instant recordedAt = node.log().readFrom(position, 1).getFirst().recordedAt();

            TrackingToken token = engine.createTokenAt(recordedAt);

            assertThat(token == null ? -1 : token.position().orElseThrow()).isEqualTo(position - 1);
        }
        assertThat(engine.createTokenAt(now.get().plusSeconds(60))).isEqualTo(engine.createHeadToken());
    }

    @Test
    void anOpenStreamHearsOfLaterEvents() throws Exception {
        fill(1);
        try (BlockingStream<TrackedEventMessage<?>> stream =
                node.part(EventStore.class).openStream(new GlobalSequenceTrackingToken(2))) {
            node.record(appoint("consejo", "later"));

            assertThat(stream.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
        }
    }

    /** Two events, and so many appointments. */
    private void fill(int appointments) {
        node.record(registerAgency());
        node.record(registerMechanism("consejo"));
        for (int seat = 0; seat < appointments; seat++) {
            node.record(appoint("consejo", "s" + seat));
        }
    }
}
