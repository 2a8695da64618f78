package mx.constancia.auditor.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A Kafka cluster whose topics are read from their beginning, without a group and without a trace.
 *
 * @param bootstrap addresses of brokers
 * @param settings  further settings of the client, such as those of its security
 */
public record Kafka(String bootstrap, Map<String, String> settings) {

    /** How long one poll waits. */
    static final Duration POLL = Duration.ofMillis(200);

    public Kafka {
        settings = Map.copyOf(settings);
    }

    /** A consumer of all partitions of a topic, at their beginning. */
    Consumer<byte[], byte[]> consumer(String topic) {
        var properties = new Properties();
        properties.putAll(settings);
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500");
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(2 << 20));
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(Limits.BATCH));
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(Limits.STALLED.toMillis()));
        KafkaConsumer<byte[], byte[]> consumer = null;
        try {
            consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            if (partitions.isEmpty()) {
                throw new SourceException(bootstrap, "there is no topic " + topic);
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return consumer;
        } catch (KafkaException e) {
            if (consumer != null) {
                consumer.close();
            }
            throw new SourceException(bootstrap, e);
        }
    }
}
