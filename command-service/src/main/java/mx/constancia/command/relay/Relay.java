package mx.constancia.command.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import mx.constancia.command.election.BackgroundTask;
import mx.constancia.command.eventlog.Backoff;
import mx.constancia.command.kafka.KafkaTopics;
import mx.constancia.events.StoredEvent;

/**
 * Sends the log to Kafka while this node has the {@link Leadership}. A batch is sent after the one before it was acknowledged
 * and the stored position moved. After any failure everything starts again from that position: events may be sent twice, but
 * each is first sent after all before it in its stream. It sends nothing while the ledger's {@link StandingAlarm} stands.
 */
final class Relay extends BackgroundTask {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int MOST_BEATS_WITHOUT_JUDGEMENT = 15;

    private final RelaySource source;
    private final KafkaTopics topics;
    private final Supplier<EventPublisher> publishers;
    private final RelayStatus status;
    private final RelayProperties properties;
    private final Backoff backoff;

    Relay(RelaySource source, KafkaTopics topics, Supplier<EventPublisher> publishers, RelayStatus status, RelayProperties properties) {
        super("relay");
        this.source = source;
        this.topics = topics;
        this.publishers = publishers;
        this.status = status;
        this.properties = properties;
        this.backoff = new Backoff(Duration.ofMillis(100), properties.longestPause());
    }

    @Override
    protected void wake() {
        source.wake();
    }

    @Override
    protected Duration failed(Throwable failure) {
        status.failed(failure);
        Duration pause = backoff.next();
        log.warn("event=relay-failed retryInMillis={} reason=\"{}\"", pause.toMillis(), failure.toString());
        return pause;
    }

    @Override
    protected void attempt() throws Exception {
        Optional<Leadership> acquired = source.tryToLead();
        if (acquired.isEmpty()) {
            status.seen(source.lag());
            recovered();
            pause(properties.electionInterval());
            return;
        }
        try (Leadership leadership = acquired.get()) {
            status.active(true);
            status.seen(leadership.beat());
            topics.ensure();
            try (EventPublisher publisher = publishers.get()) {
                awaitJudgement(leadership);
                log.info("event=relay-active");
                relay(leadership, publisher);
            }
        } finally {
            status.active(false);
            status.held(Optional.empty());
        }
    }

    /** What lies in the database at the beginning may be another one, such as an older backup: the ledger's writer sees that first. */
    private void awaitJudgement(Leadership leadership) throws Exception {
        for (int beats = 0; beats < MOST_BEATS_WITHOUT_JUDGEMENT; beats++) {
            if (source.isJudgedWithin(BEAT) || isStopping()) {
                return;
            }
            beat(leadership);
        }
        log.warn("event=relay-not-judged waitedSeconds={}", MOST_BEATS_WITHOUT_JUDGEMENT);
    }

    private void relay(Leadership leadership, EventPublisher publisher) throws Exception {
        long next = beat(leadership).next();
        long lastBeat = System.nanoTime();
        while (!isStopping()) {
            RelaySource.Batch batch = source.next(next, properties);
            List<StoredEvent> events = batch.events();
            status.held(batch.alarm());
            if (batch.alarm().isPresent()) {
                pause(properties.pollInterval());
            } else if (!events.isEmpty()) {
                publisher.publish(events, () -> beat(leadership));
                leadership.advance(next, next + events.size());
                next += events.size();
                status.acknowledged(events.size());
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
