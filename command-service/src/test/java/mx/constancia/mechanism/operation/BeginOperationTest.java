package mx.constancia.mechanism.operation;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.MechanismOrganized;
import mx.constancia.events.mechanism.OperationBegan;
import mx.constancia.guidelines.Scenario;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.Modality;

class BeginOperationTest {

    private static final BeginOperation BEGIN = new BeginOperation(null, null);
    private static final String SCHEDULE = "https://participa.example/calendario";

    private static Scenario digital() {
        return federal().given(Facts.proposed(), Facts.determined(Modality.DIGITAL), Facts.callOpened(),
                Facts.civil("A-1", "civil-1", "person:1"), Facts.servant("A-2", "public-1", "person:2"), Facts.coordinator(),
                new MechanismOrganized(1, 1));
    }

    @Test
    void aFaceToFaceMechanismBeganWithItsFirstSession() {
        federal().on(Facts.START).given(Facts.organizedLife()).given(Facts.firstSession()).on(Scenario.DAY).when(BEGIN)
                .thenRecorded(new OperationBegan(Facts.START, null)).thenNothingFound();
    }

    @Test
    void aDigitalMechanismBeginsOnTheLegalDateWithItsSchedule() {
        digital().when(new BeginOperation(null, SCHEDULE)).thenRecorded(new OperationBegan(Scenario.DAY, SCHEDULE)).thenNothingFound();
    }

    @Test
    void aGivenFirstDayStands() {
        digital().when(new BeginOperation(Facts.START, SCHEDULE)).thenRecorded(new OperationBegan(Facts.START, SCHEDULE));
    }

    @Test
    void aFaceToFaceMechanismWithoutASessionIsRefused() {
        federal().given(Facts.organizedLife()).when(BEGIN).thenRefused("G23-FIRST-SESSION-MISSING");
        federal().historical().given(Facts.organizedLife()).when(BEGIN).thenFound("G23-FIRST-SESSION-MISSING");
    }

    @Test
    void aDigitalMechanismWithoutAScheduleIsRefused() {
        digital().when(BEGIN).thenRefused("G24-SCHEDULE-MISSING").butFoundInHistory().thenRefusedAt("scheduleUrl");
    }

    @Test
    void aMechanismDoesNotOperateBeforeItIsOrganized() {
        federal().given(Facts.completeLife()).given(Facts.firstSession()).when(BEGIN).thenRefused("G39-STATE").butFoundInHistory().asConflict(false);
    }

    @Test
    void aMunicipalMechanismBeginsWhenItSaysSo() {
        local().given(Facts.proposed()).when(BEGIN).thenRecorded(new OperationBegan(Scenario.DAY, null)).thenNothingFound();
    }

    @Test
    void aMechanismBeginsOnce() {
        local().given(Facts.operatingLife()).when(BEGIN).thenRefused("ALREADY-OPERATING").asConflict(true);
    }

    @Test
    void operationDoesNotBeginInTheFuture() {
        local().historical().given(Facts.organizedLife()).when(new BeginOperation(Scenario.DAY.plusDays(1), null))
                .thenRefused("START-DATE").thenRefusedAt("startedOn");
    }
}
