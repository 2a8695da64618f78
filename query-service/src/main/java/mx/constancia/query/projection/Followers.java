package mx.constancia.query.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;

import mx.constancia.query.store.Generations;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** What this node follows: the living generation and, while there is a rebuild, the one that is being built. Not thread-safe. */
final class Followers implements AutoCloseable {

    private static final int ENOUGH_BYTES = 1 << 20;

    private final ConsumerFactory<? super String, ? super byte[]> consumers;
    private final ProjectionProperties properties;
    private final Generations generations;
    private final ProjectionMeters meters;
    private final Supplier<Optional<String>> topicId;
    private final EventReader.Reports living;
    private final Map<Integer, Follower> running = new HashMap<>();

    /** @param living who is told of the living views */
    Followers(ConsumerFactory<? super String, ? super byte[]> consumers, ProjectionProperties properties, Generations generations,
            ProjectionMeters meters, Supplier<Optional<String>> topicId, EventReader.Reports living) {
        this.consumers = consumers;
        this.properties = properties;
        this.generations = generations;
        this.meters = meters;
        this.topicId = topicId;
        this.living = living;
    }

    /** Follows exactly these generations from now on. */
    void follow(Set<Integer> wanted) {
        running.entrySet().removeIf(each -> {
            if (!wanted.contains(each.getKey())) {
                each.getValue().close();
                return true;
            }
            return false;
        });
        wanted.forEach(generation -> running.computeIfAbsent(generation, this::start));
        Follower serving = running.get(generations.living());
        if (serving != null) {
            serving.reader().reportTo(living);
        }
    }

    /** One that is followed. */
    Follower of(int generation) {
        return running.computeIfAbsent(generation, this::start);
    }

    private Follower start(int generation) {
        ViewStore store = generations.of(generation);
        Marks.prepare(store);
        Projector projector = new Projector(store);
        EventReader reader = new EventReader(projector, meters, topicId, new EventReader.Reports(new ProjectionStatus(), () -> { }));
        ContainerProperties container = new ContainerProperties(properties.topic());
        container.setGroupId(properties.group() + "-v" + View.VERSION + "-g" + generation);
        container.setAckMode(ContainerProperties.AckMode.MANUAL);
        // They only inform, so no batch waits for them.
        container.setSyncCommits(false);
        container.setIdleEventInterval(properties.watch().toMillis());
        container.setKafkaConsumerProperties(gathering(properties.pace()));
        container.setMessageListener(reader);
        container.setConsumerRebalanceListener(reader);
        container.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
        ConcurrentMessageListenerContainer<String, byte[]> events = new ConcurrentMessageListenerContainer<>(consumers, container);
        events.setBeanName("views-" + generation);
        events.setConcurrency(properties.concurrency());
        events.setCommonErrorHandler(new RetryForEver(reader::status, properties.retryPause()));
        events.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle) {
                reader.whenIdle(idle);
            }
        });
        events.start();
        return new Follower(store, projector, reader, events);
    }

    /** The brokers gather records, not the reader: what came while it paused would be fetched afterwards, and wait for one batch more. */
    private static Properties gathering(Duration pace) {
        Properties consumer = new Properties();
        consumer.setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, Integer.toString(ENOUGH_BYTES));
        consumer.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(pace.toMillis()));
        return consumer;
    }

    @Override
    public void close() {
        follow(Set.of());
    }
}
