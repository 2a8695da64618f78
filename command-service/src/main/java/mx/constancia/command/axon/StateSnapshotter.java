package mx.constancia.command.axon;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes snapshots from the log, off the command's thread. One that cannot be made now is made after the next events. */
final class StateSnapshotter implements Snapshotter {

    private static final Logger log = LoggerFactory.getLogger(StateSnapshotter.class);

    private final EventStore eventStore;
    private final AggregateReader aggregates;
    private final ExecutorService executor;
    private final Set<String> scheduled = ConcurrentHashMap.newKeySet();

    StateSnapshotter(EventStore eventStore, ExecutorService executor) {
        this.eventStore = eventStore;
        this.aggregates = new AggregateReader(eventStore);
        this.executor = executor;
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String streamId) {
        if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().phase().isBefore(UnitOfWork.Phase.AFTER_COMMIT)) {
            // Not before the events are durable.
            CurrentUnitOfWork.get().afterCommit(unitOfWork -> schedule(streamId));
        } else {
            schedule(streamId);
        }
    }

    private void schedule(String streamId) {
        if (!scheduled.add(streamId)) {
            return;
        }
        try {
            executor.execute(() -> make(streamId));
        } catch (RejectedExecutionException e) {
            scheduled.remove(streamId);
            log.info("event=snapshot-skipped stream={} reason=busy", streamId);
        }
    }

    private void make(String streamId) {
        try {
            AggregateRoot<?> root = aggregates.read(streamId);
            StateSnapshot snapshot = new StateSnapshot(root.state().orElseThrow(), root.version());
            eventStore.storeSnapshot(EventMessages.of(streamId, snapshot));
            log.debug("event=snapshot-made stream={} version={}", streamId, snapshot.version());
        } catch (RuntimeException e) {
            log.warn("event=snapshot-failed stream={}", streamId, e);
        } finally {
            scheduled.remove(streamId);
        }
    }
}
