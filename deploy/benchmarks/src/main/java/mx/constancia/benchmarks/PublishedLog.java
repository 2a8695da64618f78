package mx.constancia.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of all events, filled as the relay fills it. */
final class PublishedLog implements AutoCloseable {

    private static final CloudEventBinding BINDING = new CloudEventBinding("urn:benchmark:log", "https://constancia.mx/schemas/");
    private static final int AT_ONCE = 2_000;

    private final KafkaProducer<String, byte[]> producer;

    private PublishedLog(String bootstrapServers) {
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5),
                new StringSerializer(), new ByteArraySerializer());
    }

    /** Creates the topic. */
    static PublishedLog create(String bootstrapServers) throws Exception {
        createTopics(bootstrapServers, Topics.EVENTS);
        return new PublishedLog(bootstrapServers);
    }

    /** Creates topics with as many partitions as those of the log have. */
    static void createTopics(String bootstrapServers, String... names) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(Arrays.stream(names).map(name -> new NewTopic(name, Topics.PARTITIONS, (short) 1)).toList()).all().get();
        }
    }

    /** Sends the next events of a log, and returns when the broker has them. */
    void send(MadeUpLog log, int count) throws Exception {
        for (int sent = 0; sent < count; sent += AT_ONCE) {
            send(log.next(Math.min(AT_ONCE, count - sent)));
        }
    }

    /** Sends events in their order, and returns when the broker has them. */
    void send(List<StoredEvent> events) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (StoredEvent event : events) {
            sent.add(hand(event));
        }
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    /** Hands one event to the producer, and does not wait for the broker. */
    Future<RecordMetadata> hand(StoredEvent event) {
        return producer.send(record(Topics.EVENTS, event));
    }

    /** The record of an event, as the relay makes it. */
    static ProducerRecord<String, byte[]> record(String topic, StoredEvent event) {
        ProducerRecord<String, byte[]> created = new ProducerRecord<>(topic, event.streamId(), BINDING.value(event));
        BINDING.headers(event).forEach((key, value) -> created.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        return created;
    }

    @Override
    public void close() {
        producer.close();
    }
}
