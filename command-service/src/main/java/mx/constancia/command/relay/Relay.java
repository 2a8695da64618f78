package mx.constancia.command.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import mx.constancia.command.eventlog.Backoff;
import mx.constancia.command.eventlog.EventLogConfiguration;
import mx.constancia.command.kafka.KafkaTopics;
import mx.constancia.events.StoredEvent;

/**
 * Sends the log to Kafka while this node has the {@link Leadership}. A batch is sent after the one before it was acknowledged
 * and the stored position moved. After any failure everything starts again from that position: events may be sent twice, but
 * each is first sent after all before it in its stream.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final RelaySource source;
    private final KafkaTopics topics;
    private final Supplier<EventPublisher> publishers;
    private final RelayStatus status;
    private final RelayProperties properties;
    private final Backoff backoff;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    Relay(RelaySource source, KafkaTopics topics, Supplier<EventPublisher> publishers, RelayStatus status, RelayProperties properties) {
        this.source = source;
        this.topics = topics;
        this.publishers = publishers;
        this.status = status;
        this.properties = properties;
        this.backoff = new Backoff(Duration.ofMillis(100), properties.longestPause());
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("relay").daemon().start(this::relayUntilStopped);
    }

    /** Ends after the batch in hand, or when that takes too long in the middle of it; both are safe. */
    @Override
    public void stop() {
        stopping.countDown();
        source.wake();
        Thread relaying = thread;
        thread = null;
        try {
            if (relaying != null && !relaying.join(STOP_TIMEOUT)) {
                relaying.interrupt();
                relaying.join(STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Below the writer's: it stops after the last event of this node was written. */
    @Override
    public int getPhase() {
        return EventLogConfiguration.WRITER_PHASE - 1024;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void relayUntilStopped() {
        try {
            while (!isStopping()) {
                try {
                    tryToLead();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception | Error e) {
                    status.failed(e);
                    Duration pause = backoff.next();
                    log.warn("event=relay-failed retryInMillis={} reason=\"{}\"", pause.toMillis(), e.toString());
                    stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.info("event=relay-stopped");
    }

    private void tryToLead() throws Exception {
        Optional<Leadership> acquired = source.tryToLead();
        if (acquired.isEmpty()) {
            status.seen(source.lag());
            recovered();
            stopping.await(properties.electionInterval().toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        try (Leadership leadership = acquired.get()) {
            status.active(true);
            status.seen(leadership.beat());
            topics.ensure();
            try (EventPublisher publisher = publishers.get()) {
                log.info("event=relay-active");
                relay(leadership, publisher);
            }
        } finally {
            status.active(false);
        }
    }

    private void relay(Leadership leadership, EventPublisher publisher) throws Exception {
        long next = beat(leadership).next();
        long lastBeat = System.nanoTime();
        while (!isStopping()) {
            List<StoredEvent> batch = source.next(next, properties);
            if (!batch.isEmpty()) {
                publisher.publish(batch, () -> beat(leadership));
                leadership.advance(next, next + batch.size());
                next += batch.size();
                status.acknowledged(batch.size());
            }
            recovered();
            if (System.nanoTime() - lastBeat > BEAT.toNanos()) {
                beat(leadership);
                lastBeat = System.nanoTime();
            }
        }
    }

    private Lag beat(Leadership leadership) throws SQLException {
        Lag lag = leadership.beat();
        status.seen(lag);
        return lag;
    }

    private void recovered() {
        backoff.reset();
        status.recovered();
    }
}
