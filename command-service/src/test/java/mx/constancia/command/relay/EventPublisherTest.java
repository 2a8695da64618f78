package mx.constancia.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;

class EventPublisherTest {

    private static final String ENVELOPE = """
            {"occurredOn":"2019-05-02","timeZone":"UTC","agencyId":"a","actor":{"userId":"u","role":"UDP"},"rulebookId":"SEGOB-2017",\
            "recordMode":"LIVE","visibility":"PUBLIC","correlationId":"c","causationId":"c"}""";

    @Test
    void aBatchIsPublishedWhenEveryRecordIsAcknowledged() throws Exception {
        MockProducer<String, byte[]> producer = producer(true);

        publisher(producer).publish(events(3), () -> { });

        assertThat(producer.history()).extracting(ProducerRecord::topic).containsExactly(
                "t.events", "t.events.public", "t.events", "t.events.public", "t.events", "t.events.public");
        assertThat(producer.history()).extracting(ProducerRecord::key).containsOnly("mechanism-a");
    }

    @Test
    void afterARecordThatIsNotAcknowledgedNothingMoreIsSent() {
        MockProducer<String, byte[]> producer = producer(false);
        EventPublisher publisher = publisher(producer);

        assertThatThrownBy(() -> publisher.publish(events(2), () -> producer.errorNext(new TimeoutException("expired"))))
                .isInstanceOf(TimeoutException.class);

        assertThat(producer.closed()).isTrue();
        assertThatThrownBy(() -> publisher.publish(events(2), () -> { })).isInstanceOf(TimeoutException.class);
        assertThat(producer.history()).hasSize(4);
    }

    @Test
    void whenTheHeartStopsNobodyWaitsForTheBrokers() {
        EventPublisher publisher = publisher(producer(false));

        assertThatThrownBy(() -> publisher.publish(events(2), () -> {
            throw new SQLException("the connection is lost");
        })).isInstanceOf(SQLException.class);
    }

    private static MockProducer<String, byte[]> producer(boolean acknowledging) {
        return new MockProducer<>(acknowledging, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    }

    private static EventPublisher publisher(MockProducer<String, byte[]> producer) {
        return new EventPublisher(producer, new CloudEventBinding("urn:test:log", "urn:test:schema:"), TestRelay.properties("t."),
                new SimpleMeterRegistry());
    }

    private static List<StoredEvent> events(int count) {
        return LongStream.range(0, count).mapToObj(position -> new StoredEvent(position, "event-" + position, "mechanism-a",
                position + 1, "test.noted.v1", Instant.EPOCH, ENVELOPE, "{}", null, null, null)).toList();
    }
}
