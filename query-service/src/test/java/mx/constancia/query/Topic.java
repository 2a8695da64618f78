package mx.constancia.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** A topic of one test's own, and the relay's part: it sends stored events as CloudEvents. */
public final class Topic implements AutoCloseable {

    private static final CloudEventBinding BINDING = new CloudEventBinding("urn:test:log", "https://constancia.mx/schemas/");

    private final String bootstrapServers;
    private final String name;
    private final KafkaProducer<String, byte[]> producer;

    private Topic(String bootstrapServers, String name) {
        this.bootstrapServers = bootstrapServers;
        this.name = name;
        // One request at a time: a broker that becomes leader between two takes the second for the producer's beginning.
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5,
                "max.in.flight.requests.per.connection", 1),
                new StringSerializer(), new ByteArraySerializer());
    }

    /** Creates the topic. */
    public static Topic create(String bootstrapServers, String name) {
        Topic topic = new Topic(bootstrapServers, name);
        topic.create();
        return topic;
    }

    public String name() {
        return name;
    }

    /** Sends events in their order and waits until the broker has them. */
    public void send(List<StoredEvent> events) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        events.forEach(event -> sent.add(producer.send(recordOf(event))));
        sent.forEach(Topic::await);
    }

    /** Sends one record whose headers a test changed. */
    public void send(StoredEvent event, Map<String, String> changedHeaders) {
        ProducerRecord<String, byte[]> changed = recordOf(event);
        changedHeaders.forEach((key, value) -> changed.headers().remove(key).add(key, value.getBytes(StandardCharsets.UTF_8)));
        await(producer.send(changed));
    }

    /** Deletes the topic and creates it anew, as an operator in a hurry would. */
    public void recreate() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await(admin.deleteTopics(List.of(name)).all().toCompletionStage().toCompletableFuture());
        }
        create();
    }

    /** Removes the first records of a stream's partition, as a retention that nobody wanted would. */
    public void deleteBefore(String stream, long offset) {
        int partition = Utils.toPositive(Utils.murmur2(stream.getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await(admin.deleteRecords(Map.of(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(offset))).all()
                    .toCompletionStage().toCompletableFuture());
        }
    }

    private void create() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await(admin.createTopics(List.of(new NewTopic(name, Topics.PARTITIONS, (short) 1))).all().toCompletionStage().toCompletableFuture());
        }
    }

    private ProducerRecord<String, byte[]> recordOf(StoredEvent event) {
        ProducerRecord<String, byte[]> created = new ProducerRecord<>(name, event.streamId(), BINDING.value(event));
        BINDING.headers(event).forEach((key, value) -> created.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        return created;
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
