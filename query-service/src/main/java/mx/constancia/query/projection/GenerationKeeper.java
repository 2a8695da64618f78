package mx.constancia.query.projection;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.ConcurrentChangeException;
import mx.constancia.query.store.Generations;
import mx.constancia.query.store.ViewStore;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps this node in step with the control document: it reads what lives and follows what is to be followed. It carries out
 * what operators ordered and ends a rebuild; whichever node is first does it for all.
 */
final class GenerationKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GenerationKeeper.class);

    private final ViewStore store;
    private final Generations generations;
    private final Followers followers;
    private final VisibleHead head;
    private final TopicOffsets offsets;
    private final Orders orders;
    private final Rebuild rebuild;
    private final RebuildStatus status;
    private final ProjectionStatus projection;
    private final ProjectionProperties properties;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean running;
    private @Nullable String born;
    private String failure = "";

    GenerationKeeper(ViewStore store, Generations generations, Followers followers, VisibleHead head, TopicOffsets offsets, Orders orders,
            Rebuild rebuild, RebuildStatus status, ProjectionStatus projection, ProjectionProperties properties, Clock clock) {
        this.store = store;
        this.generations = generations;
        this.followers = followers;
        this.head = head;
        this.offsets = offsets;
        this.orders = orders;
        this.rebuild = rebuild;
        this.status = status;
        this.projection = projection;
        this.properties = properties;
        this.clock = clock;
    }

    /** Looks once. What is away now, or what another node did first, is found at the next look. */
    @Scheduled(fixedDelayString = "${constancia.projection.watch:2s}")
    void look() throws InterruptedException {
        lock.lock();
        try {
            if (running) {
                Control control = follow(control());
                control = follow(orders.carryOut(control));
                control = follow(end(control));
                status.read(removeRetired(control));
                failure = "";
            }
        } catch (ConcurrentChangeException e) {
            LOG.debug("generations=changed-elsewhere");
        } catch (ExecutionException | RuntimeException e) {
            failed(e);
        } finally {
            lock.unlock();
        }
    }

    /** Once for each reason: it is tried again all the time. */
    private void failed(Exception e) {
        String reason = e.getClass().getSimpleName();
        if (!reason.equals(failure)) {
            LOG.warn("generations=waiting reason={} action=retry", reason, e);
            failure = reason;
        }
    }

    private Control control() throws ExecutionException, InterruptedException {
        Optional<Control> stored = Control.load(store);
        return stored.isPresent() ? stored.get() : Control.born(offsets.lastPosition(), generations.living()).save(store);
    }

    private Control follow(Control control) {
        if (!control.born().equals(born)) {
            // The first look, or all views were lost: nothing that was visible is to be kept.
            generations.live(control.living());
            born = control.born();
        }
        followers.follow(wanted(control));
        if (control.living() != generations.living()
                && head.moveTo(followers.of(control.living()).store(), () -> generations.live(control.living()))) {
            LOG.info("generation={} views=serving", control.living());
            followers.follow(wanted(control));
        }
        return control;
    }

    private Set<Integer> wanted(Control control) {
        Set<Integer> wanted = new HashSet<>();
        wanted.add(generations.living());
        wanted.add(control.living());
        control.building().ifPresent(building -> wanted.add(building.generation()));
        return wanted;
    }

    private Control end(Control control) throws ExecutionException, InterruptedException {
        // What was refused here is not to be hidden by views that know another history.
        if (control.building().isEmpty() || control.living() != generations.living() || projection.refusal().isPresent()) {
            return control;
        }
        int generation = control.building().get().generation();
        Follower follower = followers.of(generation);
        return switch (rebuild.look(generation, follower)) {
            case NOT_YET -> control;
            case READY -> {
                // Before the swap: views that answer questions are known to be complete.
                Marks.complete(follower.store());
                Control swapped = control.swapped(clock.instant()).save(store);
                LOG.info("rebuild=swapped generation={} replaced={}", generation, control.living());
                yield swapped;
            }
            case WOULD_SHRINK -> control.givenUp(Control.Outcome.REFUSED, "something that is visible would have vanished", clock.instant())
                    .save(store);
        };
    }

    private Control removeRetired(Control control) {
        for (Control.Retired each : control.retired()) {
            if (control.living() == generations.living() && !each.since().plus(properties.keepRetired()).isAfter(clock.instant())) {
                generations.drop(each.generation());
                LOG.info("generation={} views=removed", each.generation());
                return control.dropped(each).save(store);
            }
        }
        return control;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            followers.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** As the containers of spring-kafka: after the beans that they need, before the web server takes requests. */
    @Override
    public int getPhase() {
        return AbstractMessageListenerContainer.DEFAULT_PHASE;
    }
}
