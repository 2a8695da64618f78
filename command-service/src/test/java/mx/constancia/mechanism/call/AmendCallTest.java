package mx.constancia.mechanism.call;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.CallAmended;
import mx.constancia.events.mechanism.CallClosed;
import mx.constancia.events.mechanism.CallContent;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.mechanism.Facts;

class AmendCallTest {

    private static final LocalDate CLOSES = Facts.START.plusDays(31);

    private static AmendCall closing(LocalDate closesOn) {
        return new AmendCall("C-1", closesOn, null, "Pocas solicitudes");
    }

    @Test
    void anExtensionKeepsTheFormerLastDay() {
        federal().given(Facts.formingLife()).when(closing(CLOSES.plusDays(10)))
                .thenRecorded(new CallAmended("C-1", CLOSES.plusDays(10), CLOSES, null, "Pocas solicitudes"))
                .thenNothingFound();
    }

    @Test
    void contentsThatAreLeftOutStay() {
        CallContent before = Facts.content();
        federal().given(Facts.formingLife())
                .when(new AmendCall("C-1", null, new CallContent(null, "Opinar y deliberar", null, null, null, null), "Precisión"))
                .thenRecorded(new CallAmended("C-1", null, null, new CallContent(before.typeModalityIncidence(), "Opinar y deliberar",
                        before.civilProfile(), before.formationDeadlines(), before.geographicDemarcation(), before.responsibleOfficer()),
                        "Precisión"));
    }

    @Test
    void aLiveShorteningIsRefused() {
        federal().given(Facts.formingLife()).when(closing(CLOSES.minusDays(1))).thenRefused("G18-CALL-SHORTENED").asConflict(false);
    }

    @Test
    void aHistoricalShorteningIsRecordedWithAFinding() {
        federal().historical().given(Facts.formingLife()).when(closing(CLOSES.minusDays(1))).thenFound("G18-CALL-SHORTENED");
    }

    @Test
    void aMunicipalCallMayBeShortened() {
        local().given(Facts.formingLife()).when(closing(CLOSES.minusDays(1))).thenNothingFound();
    }

    @Test
    void theEndOfAPermanentCallShortensIt() {
        federal().given(Facts.determinedLife()).given(new CallOpened("C-1", Facts.content(), Facts.START, null, List.of(), List.of()))
                .when(closing(CLOSES)).thenRefused("G18-CALL-SHORTENED");
    }

    @Test
    void aLastDayBeforeTheFirstIsRefusedUnderEveryRulebook() {
        local().historical().given(Facts.formingLife()).when(closing(Facts.START.minusDays(1))).thenRefused("G18-CALL-DATES");
    }

    @Test
    void anAmendmentThatChangesNothingIsRefused() {
        local().given(Facts.formingLife()).when(closing(CLOSES)).thenRefused("AMENDMENT-EMPTY");
    }

    @Test
    void aClosedCallIsNotAmended() {
        local().given(Facts.formingLife()).given(new CallClosed("C-1", 21)).when(closing(CLOSES.plusDays(1)))
                .thenRefused("CALL-NOT-OPEN").asConflict(true);
    }

    @Test
    void aCallThatTheMechanismDoesNotHaveIsNotAmended() {
        local().given(Facts.determinedLife()).when(closing(CLOSES)).thenRefused("CALL-UNKNOWN").thenRefusedAt("callId");
    }

    @Test
    void anAmendmentWithoutAReasonIsRefused() {
        local().given(Facts.formingLife()).when(new AmendCall("C-1", CLOSES.plusDays(1), null, "")).thenRefusedAt("reason");
    }
}
