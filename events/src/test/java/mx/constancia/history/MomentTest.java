package mx.constancia.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.Actor;
import mx.constancia.events.Envelope;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.mechanism.MechanismConcluded;
import mx.constancia.history.Moment.Known;

class MomentTest {

    /** Recorded at 23:30 of 4 March in Mexico City, a fact of 1 March. */
    private static final RecordedEvent EVENT = new RecordedEvent(8, "e", "mechanism-m", 3, Instant.parse("2026-03-05T05:30:00Z"),
            new Envelope(LocalDate.of(2026, 3, 1), "America/Mexico_City", "segob", new Actor("u", "UDP", null), null, "SEGOB-2017", List.of(),
                    "LIVE", List.of(), List.of(), null, "PUBLIC", "c", "c", null, List.of()), new MechanismConcluded("Fin"));

    @Test
    void aDayOfRecordingEndsWhereTheAgencyIs() {
        assertThat(knows(new Known.ToEndOf(LocalDate.of(2026, 3, 4)))).isTrue();
        assertThat(knows(new Known.ToEndOf(LocalDate.of(2026, 3, 3)))).isFalse();
    }

    @Test
    void versionPositionAndInstantIncludeTheirOwnEvent() {
        assertThat(knows(new Known.ToVersion(3))).isTrue();
        assertThat(knows(new Known.ToVersion(2))).isFalse();
        assertThat(knows(new Known.ToPosition(8))).isTrue();
        assertThat(knows(new Known.ToPosition(7))).isFalse();
        assertThat(knows(new Known.ToInstant(EVENT.recordedAt()))).isTrue();
        assertThat(knows(new Known.ToInstant(EVENT.recordedAt().minusMillis(1)))).isFalse();
    }

    @Test
    void whatHadHappenedAndWasNotKnownDoesNotCount() {
        assertThat(new Moment(new Known.ToVersion(2), LocalDate.of(2026, 3, 1)).counts(EVENT)).isFalse();
        assertThat(new Moment(new Known.Everything(), LocalDate.of(2026, 2, 28)).counts(EVENT)).isFalse();
        assertThat(new Moment(new Known.ToVersion(3), LocalDate.of(2026, 3, 1)).counts(EVENT)).isTrue();
        assertThat(Moment.NOW.counts(EVENT)).isTrue();
    }

    private static boolean knows(Known known) {
        return new Moment(known, null).knows(EVENT);
    }
}
