package mx.constancia.query.projection;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record of the topic, whose headers are read as texts. */
record Delivery(int partition, long offset, @Nullable String key, Map<String, String> headers, byte[] value) {

    static Delivery of(ConsumerRecord<String, byte[]> polled) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : polled.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        byte[] value = polled.value();
        return new Delivery(polled.partition(), polled.offset(), polled.key(), headers, value == null ? new byte[0] : value);
    }
}
