package mx.constancia.query.ledger;

import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of the ledger's topic. A key or value that is missing is read as an empty one. */
record LedgerRecord(long offset, String key, byte[] value) {

    static LedgerRecord of(ConsumerRecord<String, byte[]> polled) {
        return new LedgerRecord(polled.offset(), Objects.requireNonNullElse(polled.key(), ""),
                Objects.requireNonNullElseGet(polled.value(), () -> new byte[0]));
    }
}
