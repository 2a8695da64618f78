package mx.constancia.query.ledger;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts files into a ledger's topic, each publication as a transaction, as the ledger writer does. */
final class LedgerTopicWriter implements AutoCloseable {

    private final String bootstrapServers;
    private final String topic;
    private KafkaProducer<String, byte[]> producer;

    private LedgerTopicWriter(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        createTopic();
        this.producer = open();
    }

    private KafkaProducer<String, byte[]> open() {
        KafkaProducer<String, byte[]> opened = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all",
                "transactional.id", topic, "max.in.flight.requests.per.connection", 1), new StringSerializer(), new ByteArraySerializer());
        opened.initTransactions();
        return opened;
    }

    static LedgerTopicWriter create(String bootstrapServers, String topic) {
        return new LedgerTopicWriter(bootstrapServers, topic);
    }

    void publish(List<TestLedger.Sent> files) {
        producer.beginTransaction();
        files.forEach(file -> producer.send(new ProducerRecord<>(topic, 0, file.key(), file.value())));
        producer.commitTransaction();
    }

    /** A publication that was given up in its middle. */
    void giveUp(List<TestLedger.Sent> files) {
        producer.beginTransaction();
        files.forEach(file -> producer.send(new ProducerRecord<>(topic, 0, file.key(), file.value())));
        producer.flush();
        producer.abortTransaction();
    }

    /** Deletes the topic and creates it anew. */
    void recreate() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
        createTopic();
        producer.close();
        producer = open();
    }

    private void createTopic() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")))).all()
                    .toCompletionStage().toCompletableFuture().join();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
