package mx.constancia.command.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import mx.constancia.command.kafka.KafkaClients;
import mx.constancia.command.ledger.tree.LedgerFile;
import mx.constancia.command.ledger.tree.LedgerOutlet;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;

/**
 * The ledger's topic. Each publication is a transaction; whoever opens the outlet fences off all who did before, so that no
 * writer that was away can put an older file behind a newer one.
 */
final class KafkaOutlet implements LedgerOutlet, AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final Map<String, Object> consumerConfig;
    private final LedgerProperties properties;

    private KafkaOutlet(Producer<String, byte[]> producer, Map<String, Object> consumerConfig, LedgerProperties properties) {
        this.producer = producer;
        this.consumerConfig = consumerConfig;
        this.properties = properties;
    }

    /** @throws KafkaException when the brokers do not answer */
    static KafkaOutlet open(Map<String, Object> client, LedgerProperties properties) {
        Producer<String, byte[]> producer =
                new KafkaProducer<>(producerConfig(client, properties), new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new KafkaOutlet(producer, consumerConfig(client), properties);
    }

    private static Map<String, Object> producerConfig(Map<String, Object> client, LedgerProperties properties) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "constancia-ledger");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, properties.topic());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 512 * 1024);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaClients.LARGEST_RECORD);
        int timeout = Math.toIntExact(properties.deliveryTimeout().toMillis());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
        return config;
    }

    private static Map<String, Object> consumerConfig(Map<String, Object> client) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "constancia-ledger");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return config;
    }

    @Override
    public Optional<SignedCheckpoint> lastPublished() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(consumerConfig, new StringDeserializer(), new ByteArrayDeserializer())) {
            return new TopicTail(consumer, properties.topic(), properties.deliveryTimeout()).last(LedgerFile.CHECKPOINT)
                    .map(SignedCheckpoint::parse);
        }
    }

    @Override
    public void publish(List<LedgerFile> files) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(files.size());
        for (LedgerFile file : files) {
            sent.add(producer.send(new ProducerRecord<>(properties.topic(), 0, file.key(), file.bytes())));
        }
        producer.commitTransaction();
        sent.forEach(KafkaOutlet::requireAcknowledged);
    }

    private static void requireAcknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a file was not acknowledged", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Ends it; an open transaction is given up. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
