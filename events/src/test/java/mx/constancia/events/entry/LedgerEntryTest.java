package mx.constancia.events.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import mx.constancia.events.DomainEvent;
import mx.constancia.events.EventJson;
import mx.constancia.events.Samples;
import mx.constancia.events.StoredEvent;

class LedgerEntryTest {

    /** The golden entries are a promise to every verifier: they never change. A new event type adds its own. */
    private static final Path GOLDEN = Path.of("src/main/resources/entries");
    private static final int LONGEST_ENTRY = 65_535;

    private final StoredEvent event = Samples.stored(Samples.all().getFirst(), 42);

    static Stream<DomainEvent> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theEntryIsTheGoldenOne(DomainEvent sample) throws IOException {
        StoredEvent stored = Samples.stored(sample, 42);
        Path golden = GOLDEN.resolve(stored.type() + ".json");
        if (Boolean.getBoolean("contract.approve") && !Files.exists(golden)) {
            Files.write(golden, LedgerEntry.of(stored).bytes());
        }
        assertThat(LedgerEntry.of(stored).bytes()).asString(StandardCharsets.UTF_8).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void erasingTheRestrictedPartDoesNotChangeTheEntry(DomainEvent sample) {
        StoredEvent stored = Samples.stored(sample, 42);
        assertThat(LedgerEntry.of(stored.publicOnly()).bytes()).isEqualTo(LedgerEntry.of(stored).bytes());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEntryIsReadBackFromItsBytes(DomainEvent sample) {
        LedgerEntry entry = LedgerEntry.of(Samples.stored(sample, 42));
        assertThat(LedgerEntry.parse(entry.bytes())).isEqualTo(entry);
    }

    @Property
    void itsBytesAreTheCanonicalFormOfItsFields(@ForAll @Size(13) List<@From("texts") String> texts, @ForAll long position, @ForAll long version,
            @ForAll boolean sealed, @ForAll boolean listed) {
        LedgerEntry entry = new LedgerEntry(texts.get(0), position, texts.get(1), texts.get(2), version, texts.get(3), texts.get(4), texts.get(5),
                texts.get(6), texts.get(7), texts.get(8), texts.get(9), sealed ? texts.get(10) : null,
                listed ? texts.subList(11, 13) : null, listed ? null : texts.get(11));

        assertThat(entry.bytes()).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(CanonicalJson.of(EventJson.MAPPER.writeValueAsString(entry)), StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(20).filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    @Test
    void anEntryThatLacksAFieldIsRefused() {
        String text = new String(LedgerEntry.of(event).bytes(), StandardCharsets.UTF_8);
        for (String field : List.of("agencyId", "envelopeDigest", "eventId", "format", "occurredOn", "publicDigest", "recordedAt", "stream", "type", "visibility")) {
            byte[] without = text.replaceFirst(",?\"" + field + "\":\"[^\"]*\"", "").replace("{,", "{").getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> LedgerEntry.parse(without)).as(field).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theEntryDoesNotDependOnHowTheTextsAreWritten(DomainEvent sample) {
        StoredEvent stored = Samples.stored(sample, 42);
        UnaryOperator<String> pretty = text -> EventJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(EventJson.MAPPER.readTree(text));
        StoredEvent rewritten = with(stored, pretty.apply(stored.envelope()), pretty.apply(stored.publicPart()));
        assertThat(LedgerEntry.of(rewritten)).isEqualTo(LedgerEntry.of(stored));
    }

    @Test
    void aChangeOfAnyPublicFieldChangesTheEntry() {
        byte[] entry = LedgerEntry.of(event).bytes();
        assertThat(LedgerEntry.of(with(event, event.envelope().replace("user", "USER"), event.publicPart())).bytes()).isNotEqualTo(entry);
        assertThat(LedgerEntry.of(with(event, event.envelope(), event.publicPart().replace("Gob", "GOB"))).bytes()).isNotEqualTo(entry);
        assertThat(LedgerEntry.of(Samples.stored(Samples.all().getFirst(), 43)).bytes()).isNotEqualTo(entry);
    }

    @Test
    void supportingDocumentsAreListedByTheirDigests() {
        assertThat(LedgerEntry.of(withDocuments(256)).documents()).hasSize(256);
    }

    @Test
    void moreDocumentsThanFitAreGivenByOneDigest() {
        LedgerEntry entry = LedgerEntry.of(withDocuments(100_000));
        assertThat(entry.documents()).isNull();
        assertThat(entry.documentsDigest()).isEqualTo(
                Digest.of(("[" + String.join(",", Collections.nCopies(100_000, "\"" + "0".repeat(64) + "\"")) + "]").getBytes(StandardCharsets.UTF_8)));
        assertThat(LedgerEntry.parse(entry.bytes())).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256, 257, 100_000})
    void anEntryFitsIntoABundleWhateverTheNumberOfDocuments(int documents) {
        assertThat(LedgerEntry.of(withDocuments(documents)).bytes()).hasSizeLessThan(LONGEST_ENTRY / 2);
    }

    @Test
    void anEnvelopeThatLacksAFieldIsRefusedByItsName() {
        assertThatThrownBy(() -> LedgerEntry.of(with(event, "{}", "{}"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("occurredOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "", " ", "{\"format\":\"constancia-entry/v2\"}"})
    void whatIsNotAnEntryIsRefused(String text) {
        assertThatThrownBy(() -> LedgerEntry.parse(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEntryWithAnUnknownFieldIsRefused() {
        String text = new String(LedgerEntry.of(event).bytes(), StandardCharsets.UTF_8).replace("\"version\"", "\"unknown\":1,\"version\"");
        assertThatThrownBy(() -> LedgerEntry.parse(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }

    private StoredEvent withDocuments(int count) {
        String document = "{\"docId\":\"d\",\"sha256\":\"" + "0".repeat(64) + "\",\"visibility\":\"PUBLIC\"}";
        return with(event, event.envelope().replaceFirst("\"evidence\":\\[.*?]",
                "\"evidence\":[" + String.join(",", Collections.nCopies(count, document)) + "]"), event.publicPart());
    }

    private static StoredEvent with(StoredEvent event, String envelope, String publicPart) {
        return new StoredEvent(event.position(), event.eventId(), event.streamId(), event.version(), event.type(), event.recordedAt(),
                envelope, publicPart, event.restrictedPart(), event.restrictedDigest(), event.restrictedSalt());
    }
}
