package mx.constancia.command.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

import mx.constancia.command.eventlog.Append;
import mx.constancia.command.eventlog.AppendResult;
import mx.constancia.command.eventlog.EventLog;
import mx.constancia.command.eventlog.LogWriter;
import mx.constancia.command.eventlog.NewEvent;
import mx.constancia.command.eventlog.SnapshotTable;
import mx.constancia.command.eventlog.SnapshotTable.Snapshot;
import mx.constancia.events.EventJson;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StoredEvent;

/**
 * Axon's view of the event log. The payload of a message is the {@link RecordedEvent}; Axon's sequence number is the version
 * less one; a tracking token is a position. The log has no gaps, so that a token needs no memory of them.
 */
final class GroupCommitEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 500;

    private final EventLog log;
    private final LogWriter writer;
    private final SnapshotTable snapshots;

    GroupCommitEventStorageEngine(EventLog log, LogWriter writer, SnapshotTable snapshots) {
        this.log = log;
        this.writer = writer;
        this.snapshots = snapshots;
    }

    /**
     * Returns when the events are durable, together with the receipts of the unit of work's {@link AppendTicket}.
     *
     * @throws AppendConflictException when the log does not take them
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<RecordedEvent> events = messages.stream().map(message -> (RecordedEvent) message.getPayload()).toList();
        RecordedEvent first = events.getFirst();
        if (events.stream().anyMatch(event -> !event.streamId().equals(first.streamId()))) {
            throw new IllegalArgumentException("one unit of work changes one aggregate");
        }
        AppendTicket ticket = CurrentUnitOfWork.isStarted() ? AppendTicket.of(CurrentUnitOfWork.get()) : null;
        List<Append> run = ticket == null
                ? List.of(new Append(first.streamId(), first.version() - 1, events.stream().map(NewEvent::of).toList(), null))
                : ticket.cut(events);
        List<AppendResult.Appended> results = new ArrayList<>();
        for (AppendResult result : writer.append(run)) {
            if (!(result instanceof AppendResult.Appended appended)) {
                throw new AppendConflictException(result);
            }
            results.add(appended);
        }
        if (ticket != null) {
            ticket.recorded(run, results);
        }
    }

    @Override
    public DomainEventStream readEvents(String streamId, long firstSequenceNumber) {
        return DomainEventStream.of(paged(version -> log.readStream(streamId, version, PAGE), StoredEvent::version,
                firstSequenceNumber + 1).map(EventMessages::of));
    }

    /** Reads up to the present end of the log; never blocks for more. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return paged(position -> log.readFrom(position, PAGE), StoredEvent::position, token == null ? 0 : indexOf(token) + 1)
                .map(EventMessages::tracked);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String streamId) {
        long version = log.versionOf(streamId);
        return version == 0 ? Optional.empty() : Optional.of(version - 1);
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return tokenAt(log.headPosition());
    }

    /** The last position that was recorded before the instant; times never decrease along positions. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        long low = 0;
        long high = log.headPosition() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (log.readFrom(middle, 1).getFirst().recordedAt().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return tokenAt(low - 1);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> message) {
        StateSnapshot snapshot = (StateSnapshot) message.getPayload();
        String streamId = message.getAggregateIdentifier();
        snapshots.store(new Snapshot(streamId, snapshot.version(), AggregateType.ofStream(streamId).revision(),
                EventJson.MAPPER.writeValueAsString(snapshot.state())));
    }

    /** Empty also when the snapshot has another revision than this build's state. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String streamId) {
        AggregateType<?> type = AggregateType.ofStream(streamId);
        return snapshots.find(streamId, type.revision()).map(stored -> EventMessages.of(streamId,
                new StateSnapshot(EventJson.MAPPER.readValue(stored.state(), type.state()), stored.version())));
    }

    private static long indexOf(TrackingToken token) {
        return token.position().orElseThrow(() -> new IllegalArgumentException("not a position of the log: " + token));
    }

    private static @Nullable TrackingToken tokenAt(long position) {
        return position < 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    private static Stream<StoredEvent> paged(
            LongFunction<List<StoredEvent>> read, ToLongFunction<StoredEvent> place, long from) {
        return Stream.iterate(read.apply(from), page -> !page.isEmpty(),
                        page -> page.size() < PAGE ? List.<StoredEvent>of() : read.apply(place.applyAsLong(page.getLast()) + 1))
                .flatMap(List::stream);
    }
}
