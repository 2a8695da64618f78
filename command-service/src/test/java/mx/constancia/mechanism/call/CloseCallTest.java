package mx.constancia.mechanism.call;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.CallClosed;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.mechanism.Facts;

class CloseCallTest {

    private static final LocalDate CLOSES = Facts.START.plusDays(31);
    private static final CloseCall CLOSE = new CloseCall("C-1", 21);

    @Test
    void aCallIsClosedOnItsLastDay() {
        federal().on(CLOSES).given(Facts.formingLife()).when(CLOSE).thenRecorded(new CallClosed("C-1", 21)).thenNothingFound();
    }

    @Test
    void aLiveClosingBeforeTheLastDayIsRefused() {
        federal().on(CLOSES.minusDays(1)).given(Facts.formingLife()).when(CLOSE)
                .thenRefused("G18-CLOSED-EARLY").thenRefusedAt("occurredOn");
    }

    @Test
    void aHistoricalClosingBeforeTheLastDayIsRecordedWithAFinding() {
        federal().historical().on(CLOSES.minusDays(1)).given(Facts.formingLife()).when(CLOSE).thenFound("G18-CLOSED-EARLY");
    }

    @Test
    void aMunicipalCallMayBeClosedEarly() {
        local().on(CLOSES.minusDays(1)).given(Facts.formingLife()).when(CLOSE).thenNothingFound();
    }

    @Test
    void aPermanentCallIsClosedAnyDay() {
        federal().on(CLOSES).given(Facts.determinedLife())
                .given(new CallOpened("C-1", Facts.content(), Facts.START, null, List.of(), List.of()))
                .when(CLOSE).thenNothingFound();
    }

    @Test
    void aCallIsNotClosedBeforeItOpens() {
        local().historical().on(Facts.START.minusDays(1)).given(Facts.formingLife()).when(CLOSE)
                .thenRefused("G18-CLOSED-BEFORE-OPENING").asConflict(false);
    }

    @Test
    void aCallIsClosedOnce() {
        local().on(CLOSES).given(Facts.formingLife()).after(CLOSE).when(CLOSE).thenRefused("CALL-NOT-OPEN").asConflict(true);
    }

    @Test
    void aCallThatTheMechanismDoesNotHaveIsNotClosed() {
        local().given(Facts.formingLife()).when(new CloseCall("C-7", 0)).thenRefused("CALL-UNKNOWN");
    }

    @Test
    void aNegativeNumberOfApplicationsIsRefused() {
        local().on(CLOSES).given(Facts.formingLife()).when(new CloseCall("C-1", -1)).thenRefused("NUMBER-RANGE");
    }
}
