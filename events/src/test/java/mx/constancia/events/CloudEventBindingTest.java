package mx.constancia.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;

class CloudEventBindingTest {

    private final CloudEventBinding binding = new CloudEventBinding("urn:constancia:log", EventSchemas.BASE);

    static Stream<DomainEvent> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventComesBackFromItsRecordUnchanged(DomainEvent event) {
        StoredEvent stored = Samples.stored(event, 42);
        assertThat(CloudEventBinding.parse(binding.headers(stored), binding.value(stored))).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thePublicRecordHoldsNothingRestricted(DomainEvent event) {
        StoredEvent open = Samples.stored(event, 42).publicOnly();
        StoredEvent parsed = CloudEventBinding.parse(binding.headers(open), binding.value(open));
        assertThat(parsed.restrictedPart()).isNull();
        assertThat(parsed.restrictedSalt()).isNull();
        assertThat(parsed.restrictedDigest()).isEqualTo(Samples.stored(event, 42).restrictedDigest());
        assertThat(EventJson.MAPPER.readTree(parsed.publicPart()).propertyNames())
                .noneMatch(EventCodec.restrictedComponents(event.getClass())::contains);
    }

    @Test
    void theCloudEventsSdkReadsARecord() {
        StoredEvent stored = Samples.stored(Samples.all().getFirst(), 42);
        Headers headers = new RecordHeaders();
        binding.headers(stored).forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        CloudEvent event;
        try (CloudEventDeserializer deserializer = new CloudEventDeserializer()) {
            event = deserializer.deserialize("constancia.events", headers, binding.value(stored));
        }
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo(stored.eventId());
        assertThat(event.getType()).isEqualTo(stored.type());
        assertThat(event.getSubject()).isEqualTo(stored.streamId());
        assertThat(event.getSource()).hasToString("urn:constancia:log");
        assertThat(event.getDataSchema()).hasToString(EventSchemas.BASE + stored.type() + ".json");
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2018-09-24T05:00:00Z"));
        assertThat(event.getExtension("sequence")).isEqualTo("0000000000000000042");
        assertThat(event.getExtension("recordedtime")).isEqualTo("2026-01-02T03:04:05.006Z");
        assertThat(event.getData().toBytes()).isEqualTo(binding.value(stored));
    }

    @Test
    void aDigestThatIsNoneIsRefused() {
        StoredEvent stored = Samples.stored(Samples.all().getFirst(), 42);
        byte[] value = "{\"envelope\":{},\"public\":{},\"restrictedDigest\":\"AB\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CloudEventBinding.parse(binding.headers(stored), value))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("restrictedDigest");
    }

    @Test
    void theTextsAreThoseOfTheRecordByteForByteWhateverIsAroundThem() {
        StoredEvent stored = Samples.stored(Samples.all().getFirst(), 42);
        byte[] value = """
                { "later" : [{"envelope": {}}], "envelope" : {"título": "Año ☃ \\u00e1", "n": 1.50}, "public": { "a" : {} } }""".getBytes(StandardCharsets.UTF_8);

        StoredEvent parsed = CloudEventBinding.parse(binding.headers(stored), value);

        assertThat(parsed.envelope()).isEqualTo("{\"título\": \"Año ☃ \\u00e1\", \"n\": 1.50}");
        assertThat(parsed.publicPart()).isEqualTo("{ \"a\" : {} }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"envelope\":{}}", "{\"public\":{}}", "{\"envelope\":[],\"public\":{}}", "{\"envelope\":{},\"public\":\"\"}",
        "{\"envelope\":{},\"public\":{},\"restricted\":1}", "{\"envelope\":{},\"public\":{}", "{\"envelope\":{},\"public\":{}}{}",
        "{\"envelope\":{},\"public\":{\"a\":}}"})
    void aValueOfAnotherFormIsRefused(String value) {
        StoredEvent stored = Samples.stored(Samples.all().getFirst(), 42);
        assertThatThrownBy(() -> CloudEventBinding.parse(binding.headers(stored), value.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aRecordWithoutItsSequenceIsRefused() {
        StoredEvent stored = Samples.stored(Samples.all().getFirst(), 42);
        Map<String, String> headers = new HashMap<>(binding.headers(stored));
        headers.remove("ce_sequence");
        assertThatThrownBy(() -> CloudEventBinding.parse(headers, binding.value(stored)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ce_sequence");
    }
}
