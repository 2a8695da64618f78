package mx.constancia.mechanism.session;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.SessionConvened;
import mx.constancia.guidelines.Scenario;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.SessionKind;

class ConveneSessionTest {

    private static final LocalDate DAY = Scenario.DAY;

    private static ConveneSession notice(SessionKind kind, String place, LocalDate date) {
        return new ConveneSession(kind, "2/2018", date, place, null, List.of("Lista de asistencia"), null, null, 14);
    }

    @Test
    void aSessionIsConvenedUnderTheNextId() {
        federal().given(Facts.operatingLife()).when(notice(SessionKind.ORDINARY, "Sala", DAY.plusDays(10)))
                .thenRecorded(new SessionConvened("S-2", "ORDINARY", "2/2018", DAY.plusDays(10), "Sala", null,
                        List.of("Lista de asistencia"), List.of(), DAY, 14))
                .thenNothingFound();
    }

    @Test
    void aSessionAtADistanceHasALink() {
        federal().given(Facts.operatingLife()).when(new ConveneSession(SessionKind.ORDINARY, null, DAY, null,
                "https://sesion.example/2", null, null, DAY, 14)).thenNothingFound();
    }

    @Test
    void aNoticeWithoutPlaceAndLinkIsRefused() {
        federal().given(Facts.operatingLife()).when(notice(SessionKind.ORDINARY, " ", DAY)).thenRefused("G23-PLACE-MISSING");
        federal().historical().given(Facts.operatingLife()).when(notice(SessionKind.ORDINARY, null, DAY)).thenFound("G23-PLACE-MISSING");
        local().given(Facts.operatingLife()).when(notice(SessionKind.ORDINARY, null, DAY)).thenNothingFound();
    }

    @Test
    void aNoticeAfterTheSessionIsRefusedUnderEveryRulebook() {
        local().historical().given(Facts.operatingLife()).when(notice(SessionKind.ORDINARY, "Sala", DAY.minusDays(1)))
                .thenRefused("NOTICE-DATES").thenRefusedAt("sentOn").asConflict(false);
    }

    @Test
    void aSessionIsNotConvenedBeforeTheMechanismIsOrganized() {
        federal().given(Facts.completeLife()).when(notice(SessionKind.FIRST, "Sala", DAY)).thenRefused("G23-SESSION-STATE").butFoundInHistory();
    }

    @Test
    void aSecondFirstSessionIsAConflict() {
        local().given(Facts.operatingLife()).when(notice(SessionKind.FIRST, "Sala", DAY))
                .thenRefused("FIRST-SESSION-HELD").asConflict(true);
    }

    @Test
    void aLinkIsAWebAddress() {
        federal().given(Facts.operatingLife()).when(new ConveneSession(SessionKind.ORDINARY, null, DAY, null,
                "javascript:alert(1)", null, null, DAY, 14)).thenRefused("REFERENCE-FORMAT").thenRefusedAt("link");
    }
}
