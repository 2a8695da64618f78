package mx.constancia.query.projection;

import java.nio.charset.StandardCharsets;

import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record of the topic. */
record Delivery(int partition, long offset, @Nullable String key, Headers headers, byte[] value) {

    static Delivery of(ConsumerRecord<String, byte[]> polled) {
        byte[] value = polled.value();
        return new Delivery(polled.partition(), polled.offset(), polled.key(), polled.headers(), value == null ? new byte[0] : value);
    }

    /**
     * The event in the record.
     *
     * @throws IllegalArgumentException when it has none
     */
    StoredEvent event() {
        return CloudEventBinding.parse(this::header, value);
    }

    private @Nullable String header(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
