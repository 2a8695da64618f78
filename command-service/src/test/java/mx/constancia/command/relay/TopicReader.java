package mx.constancia.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.Topics;

/** Reads a topic from its beginning. */
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    TopicReader(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                IntStream.range(0, Topics.PARTITIONS).mapToObj(number -> new TopicPartition(topic, number)).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads until the positions below a bound have all come. */
    TopicReader readUpTo(long end) {
        TreeSet<Long> positions = new TreeSet<>();
        Instant deadline = Instant.now().plusSeconds(60);
        while (positions.size() < end) {
            assertThat(Instant.now()).as("%s of %s events have come", positions.size(), end).isBefore(deadline);
            consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                records.add(record);
                positions.add(parse(record).position());
            });
        }
        assertThat(positions).first().isEqualTo(0L);
        assertThat(positions).last().isEqualTo(end - 1);
        return this;
    }

    List<StoredEvent> events() {
        return records.stream().map(TopicReader::parse).toList();
    }

    /** The versions of each stream as they came first, duplicates left out. */
    Map<String, List<Long>> firstOccurrences() {
        Map<String, List<Long>> versions = new HashMap<>();
        for (StoredEvent event : events()) {
            List<Long> seen = versions.computeIfAbsent(event.streamId(), stream -> new ArrayList<>());
            if (!seen.contains(event.version())) {
                seen.add(event.version());
            }
        }
        return versions;
    }

    private static StoredEvent parse(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(record.key()).isEqualTo(headers.get("ce_subject"));
        return CloudEventBinding.parse(headers, record.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
