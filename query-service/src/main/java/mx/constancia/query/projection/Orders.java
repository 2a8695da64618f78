package mx.constancia.query.projection;

import java.time.Clock;

import mx.constancia.events.EventCodec;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.installation.InstallationEvent;
import mx.constancia.events.installation.LedgerKeyAnnounced;
import mx.constancia.events.installation.ParkedReplayRequested;
import mx.constancia.events.installation.RebuildCancelled;
import mx.constancia.events.installation.RebuildRequested;
import mx.constancia.history.InstallationState;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.timeline.TimelinePages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what operators ordered, in the order of the installation's stream, which is read from the living views. The
 * control document says how far; an order that was in the topic when it was born is history and is passed over, however
 * often a rebuild reads it again.
 */
final class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final int AT_ONCE = 100;

    private final ViewStore store;
    private final TimelinePages timelines;
    private final ParkedReplay parked;
    private final Clock clock;

    Orders(ViewStore store, TimelinePages timelines, ParkedReplay parked, Clock clock) {
        this.store = store;
        this.timelines = timelines;
        this.parked = parked;
        this.clock = clock;
    }

    /**
     * Carries out what was ordered since.
     *
     * @throws mx.constancia.query.store.ConcurrentChangeException when another node was first
     */
    Control carryOut(Control control) {
        Control now = control;
        long first = control.ordersDone() + 1;
        for (StoredEvent event : timelines.read(TimelinePages.key(InstallationState.STREAM), first, first + AT_ONCE - 1)) {
            if (event.position() > control.bornAt() && EventCodec.decode(event).event() instanceof InstallationEvent order) {
                now = carryOut(now, order, event.position());
            }
            now = now.ordersDone(event.version());
        }
        return now == control ? control : now.save(store);
    }

    private Control carryOut(Control control, InstallationEvent order, long position) {
        return switch (order) {
            case RebuildRequested requested -> {
                if (control.building().isPresent()) {
                    LOG.info("rebuild=covered position={} generation={}", position, control.building().get().generation());
                    yield control;
                }
                LOG.info("rebuild=begun position={} generation={}", position, control.next());
                yield control.begun(position, clock.instant());
            }
            case RebuildCancelled cancelled -> {
                if (control.building().isEmpty()) {
                    LOG.info("rebuild=not-running position={}", position);
                    yield control;
                }
                LOG.info("rebuild=cancelled position={} generation={}", position, control.building().get().generation());
                yield control.givenUp(Control.Outcome.CANCELLED, "cancelled by an operator", clock.instant());
            }
            case ParkedReplayRequested replay -> {
                parked.replay(replay.streamId());
                yield control;
            }
            // It concerns the ledger and no view.
            case LedgerKeyAnnounced announced -> control;
        };
    }
}
