package mx.constancia.command.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;

import mx.constancia.command.kafka.KafkaClients;
import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;

/**
 * Sends events to both topics, keyed by their stream. It works until something fails: from then on it sends nothing more, so
 * that no later event of a stream overtakes a lost one.
 */
final class EventPublisher implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final KafkaClientMetrics metrics;
    private final CloudEventBinding binding;
    private final RelayProperties properties;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    EventPublisher(Producer<String, byte[]> producer, CloudEventBinding binding, RelayProperties properties, MeterRegistry registry) {
        this.producer = producer;
        this.metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
        this.binding = binding;
        this.properties = properties;
    }

    /** A producer that waits for all replicas and keeps the order of what it sends. */
    static Producer<String, byte[]> producer(Map<String, Object> given, RelayProperties properties) {
        return new KafkaProducer<>(config(given, properties), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> config(Map<String, Object> given, RelayProperties properties) {
        Map<String, Object> config = new HashMap<>(given);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "constancia-relay");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Idempotence alone does not keep the order: a broker that has not seen this producer yet takes a second request also
        // when it has refused the first one, which then comes too late.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // Of those that compress a few records well, the one whose buffers are not allocated anew for each batch.
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "snappy");
        int linger = Math.toIntExact(properties.linger().toMillis());
        config.put(ProducerConfig.LINGER_MS_CONFIG, linger);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaClients.LARGEST_RECORD);
        int timeout = Math.toIntExact(properties.deliveryTimeout().toMillis());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(timeout - linger, 10_000));
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min(timeout, 5_000));
        return config;
    }

    /** What a wait for the brokers is interrupted for, now and then. */
    @FunctionalInterface
    interface Heartbeat {

        void beat() throws Exception;
    }

    /**
     * Sends events and returns when the brokers have acknowledged each of them in both topics.
     *
     * @throws Exception when one of them was not acknowledged, or the heart stopped; this publisher is then of no more use
     */
    void publish(List<StoredEvent> events, Heartbeat heartbeat) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>(events.size() * 2);
        for (StoredEvent event : events) {
            ProducerRecord<String, byte[]> whole = whole(event);
            sent.add(send(whole));
            sent.add(send(open(event, whole)));
        }
        for (Future<RecordMetadata> future : sent) {
            while (!isAcknowledged(future)) {
                heartbeat.beat();
            }
        }
    }

    private ProducerRecord<String, byte[]> whole(StoredEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(properties.eventsTopic(), null, event.recordedAt().toEpochMilli(),
                event.streamId(), binding.value(event));
        binding.headers(event).forEach((name, text) -> record.headers().add(name, bytes(text)));
        return record;
    }

    /** The public record. Only an event with a restricted part has another value there than in the other topic. */
    private ProducerRecord<String, byte[]> open(StoredEvent event, ProducerRecord<String, byte[]> whole) {
        StoredEvent open = event.publicOnly();
        byte[] value = open == event ? whole.value() : binding.value(open);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(properties.publicTopic(), null, whole.timestamp(), whole.key(), value,
                whole.headers());
        record.headers().remove(CloudEventBinding.CLASSIFICATION).add(CloudEventBinding.CLASSIFICATION, bytes(CloudEventBinding.PUBLIC));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) throws Exception {
        throwFailure();
        return producer.send(record, (metadata, exception) -> {
            if (exception != null && failure.compareAndSet(null, exception)) {
                // On the producer's own thread: it sends no request after this one.
                producer.close(Duration.ZERO);
            }
        });
    }

    private boolean isAcknowledged(Future<RecordMetadata> future) throws Exception {
        try {
            future.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throwFailure();
            throw e;
        }
    }

    private void throwFailure() throws Exception {
        Exception first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    /** Ends it; what is not acknowledged by now is given up. */
    @Override
    public void close() {
        metrics.close();
        producer.close(failure.get() == null ? CLOSE_TIMEOUT : Duration.ZERO);
    }
}
