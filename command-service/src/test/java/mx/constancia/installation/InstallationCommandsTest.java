package mx.constancia.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Rulebook;
import mx.constancia.events.Actor;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.installation.LedgerKeyAnnounced;
import mx.constancia.events.installation.ParkedReplayRequested;
import mx.constancia.events.installation.RebuildCancelled;
import mx.constancia.events.installation.RebuildRequested;
import mx.constancia.history.InstallationState;
import mx.constancia.vocabulary.RecordMode;

class InstallationCommandsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final InstallationState BEGINNING = InstallationState.beginning("constancia");
    private static final InstallationState REQUESTED = new InstallationState("constancia", 1, true);

    @Test
    void aRebuildMayBeRequestedAtAnyTime() {
        assertThat(new RequestRebuild("Vistas nuevas").decide(BEGINNING, context(TODAY, RecordMode.LIVE)))
                .isEqualTo(recorded(new RebuildRequested("Vistas nuevas")));
        assertThat(new RequestRebuild("Otra vez").decide(REQUESTED, context(TODAY, RecordMode.LIVE)))
                .isEqualTo(recorded(new RebuildRequested("Otra vez")));
    }

    @Test
    void aRequestedRebuildMayBeCancelled() {
        assertThat(new CancelRebuild("De noche").decide(REQUESTED, context(TODAY, RecordMode.LIVE)))
                .isEqualTo(recorded(new RebuildCancelled("De noche")));
    }

    @Test
    void aRebuildThatNobodyRequestedIsNotCancelled() {
        Decision decision = new CancelRebuild("De noche").decide(BEGINNING, context(TODAY, RecordMode.LIVE));

        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.violations())
                .singleElement().satisfies(violation -> {
                    assertThat(violation.rule().code()).isEqualTo("REBUILD-NOT-REQUESTED");
                    assertThat(violation.rule().conflict()).isTrue();
                }));
    }

    @Test
    void parkedEventsAreReplayedForOneStreamOrForAll() {
        assertThat(new ReplayParkedEvents("Versión nueva", "mechanism-consejo").decide(BEGINNING, context(TODAY, RecordMode.LIVE)))
                .isEqualTo(recorded(new ParkedReplayRequested("Versión nueva", "mechanism-consejo")));
        assertThat(new ReplayParkedEvents("Versión nueva", null).decide(BEGINNING, context(TODAY, RecordMode.LIVE)))
                .isEqualTo(recorded(new ParkedReplayRequested("Versión nueva", null)));
    }

    @Test
    void aKeyOfTheLedgerIsAnnounced() {
        String key = "example.org/mecanismos+fd99dbb9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
        assertThat(new AnnounceLedgerKey(key, "Relevo anual").decide(BEGINNING, context(TODAY, RecordMode.LIVE)))
                .isEqualTo(recorded(new LedgerKeyAnnounced(key, "Relevo anual")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "other.org+fd99dbb9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"})
    void whatIsNoKeyIsNotAnnounced(String key) {
        assertThat(new AnnounceLedgerKey(key, "Relevo anual").decide(BEGINNING, context(TODAY, RecordMode.LIVE)))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.violations())
                        .extracting(violation -> violation.rule().code()).containsExactly("VERIFIER-KEY-MALFORMED"));
    }

    @Test
    void anOrderIsNeverHistory() {
        Decision decision = new RequestRebuild("Vistas nuevas").decide(BEGINNING, context(TODAY.minusDays(1), RecordMode.HISTORICAL));

        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.violations())
                .extracting(violation -> violation.field()).containsExactly("recordMode", "occurredOn"));
    }

    private static Decision recorded(DomainEvent event) {
        return new Decision.Accepted(List.of(event), List.of());
    }

    private static Context context(LocalDate occurredOn, RecordMode mode) {
        return new Context("constancia", occurredOn, TODAY, ZoneId.of("America/Mexico_City"), mode, Rulebook.LOCAL_GENERIC,
                new Actor("admin", "OPERATOR", null), Optional.empty());
    }
}
