package mx.constancia.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import mx.constancia.events.mechanism.MemberSeparated;

class EventCodecTest {

    static Stream<DomainEvent> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventComesBackFromItsPartsUnchanged(DomainEvent event) {
        assertThat(EventCodec.decode(Samples.stored(event, 3)).event()).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsReadableWithoutItsRestrictedPart(DomainEvent event) {
        assertThat(EventCodec.decode(Samples.stored(event, 3).publicOnly()).event()).isInstanceOf(event.getClass());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whetherAnEventIsRestrictedIsKnownWithoutItsTexts(DomainEvent event) {
        assertThat(EventCodec.visibility(event)).isEqualTo(EventCodec.encode(event).visibility());
    }

    @Test
    void reasonAndEvidenceOfASeparationAreRestricted() {
        MemberSeparated separated = new MemberSeparated("A-1", "CONFLICT_OF_INTEREST", "IV", Samples.DAY, "Titular", null, "Motivo",
                List.of("doc-conflicto"));
        EventCodec.Parts parts = EventCodec.encode(separated);
        assertThat(parts.publicPart()).doesNotContain("Motivo", "doc-conflicto");
        assertThat(parts.restrictedPart()).contains("Motivo", "doc-conflicto");
        assertThat(parts.visibility()).isEqualTo("RESTRICTED");
    }

    @Test
    void aSeparationWithoutReasonAndEvidenceIsPublic() {
        EventCodec.Parts parts = EventCodec.encode(
                new MemberSeparated("A-1", "MECHANISM_ACTIVITIES_CONCLUDED", "I", Samples.DAY, "Titular", null, null, List.of()));
        assertThat(parts.restrictedPart()).isNull();
        assertThat(parts.visibility()).isEqualTo("PUBLIC");
    }

    @Test
    void anUnknownFieldOfANewerEventIsIgnored() {
        StoredEvent stored = Samples.stored(Samples.all().getFirst(), 0);
        StoredEvent newer = new StoredEvent(0, stored.eventId(), stored.streamId(), 1, stored.type(), stored.recordedAt(),
                stored.envelope(), stored.publicPart().replaceFirst("\\{", "{\"addedLater\":1,"), null, null, null);
        assertThat(EventCodec.decode(newer).event()).isEqualTo(Samples.all().getFirst());
    }

    @Test
    void anUnknownTypeIsRefusedByName() {
        StoredEvent stored = Samples.stored(Samples.all().getFirst(), 0);
        StoredEvent unknown = new StoredEvent(0, stored.eventId(), stored.streamId(), 1, "agency.agency-dissolved.v1",
                stored.recordedAt(), stored.envelope(), "{}", null, null, null);
        assertThatThrownBy(() -> EventCodec.decode(unknown)).isInstanceOf(UnknownEventTypeException.class)
                .hasMessageContaining("agency.agency-dissolved.v1");
    }
}
