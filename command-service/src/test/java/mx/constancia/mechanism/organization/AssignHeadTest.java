package mx.constancia.mechanism.organization;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.CoordinationHeadAssigned;
import mx.constancia.events.mechanism.TechnicalSecretaryAssigned;
import mx.constancia.guidelines.Scenario;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.Rank;

class AssignHeadTest {

    private static final Scenario FACE_TO_FACE = federal().given(Facts.determinedLife());
    private static final Scenario DIGITAL = federal().given(Facts.proposed(), Facts.determined(Modality.DIGITAL));

    private static AssignTechnicalSecretary secretary(Rank rank) {
        return new AssignTechnicalSecretary("person:st", "Nombre", "Dirección", rank, null);
    }

    private static AssignCoordinationHead coordination(Rank rank) {
        return new AssignCoordinationHead("person:co", "Nombre", "Dirección General", rank, null);
    }

    @Test
    void aFaceToFaceMechanismHasATechnicalSecretary() {
        FACE_TO_FACE.when(secretary(Rank.MANAGING_OFFICER_OR_EQUIVALENT))
                .thenRecorded(new TechnicalSecretaryAssigned("person:st", "Nombre", "Dirección", "MANAGING_OFFICER_OR_EQUIVALENT",
                        Scenario.DAY))
                .thenNothingFound();
    }

    @Test
    void aDigitalMechanismHasAHeadOfCoordination() {
        DIGITAL.when(coordination(Rank.DIRECTOR_GENERAL_OR_EQUIVALENT))
                .thenRecorded(new CoordinationHeadAssigned("person:co", "Nombre", "Dirección General",
                        "DIRECTOR_GENERAL_OR_EQUIVALENT", Scenario.DAY))
                .thenNothingFound();
    }

    @Test
    void aMechanismHasOneOrTheOtherByItsModalityUnderEveryRulebook() {
        DIGITAL.when(secretary(Rank.MANAGING_OFFICER_OR_EQUIVALENT)).thenRefused("G23-MODALITY").asConflict(false);
        FACE_TO_FACE.when(coordination(Rank.DIRECTOR_GENERAL_OR_EQUIVALENT)).thenRefused("G24-MODALITY").asConflict(false);
        local().historical().given(Facts.determinedLife()).when(coordination(null)).thenRefused("G24-MODALITY");
    }

    @Test
    void aSecretaryWithoutTheRankIsRefused() {
        FACE_TO_FACE.when(secretary(null)).thenRefused("G23-RANK").thenRefusedAt("rank");
        FACE_TO_FACE.when(secretary(Rank.DIRECTOR_GENERAL_OR_EQUIVALENT)).thenNothingFound();
    }

    @Test
    void aCoordinationBelowADirectorGeneralIsRefused() {
        DIGITAL.when(coordination(Rank.MANAGING_OFFICER_OR_EQUIVALENT)).thenRefused("G24-RANK").thenRefusedAt("rank");
    }

    @Test
    void aHeadOfThePastWithoutTheRankIsAFinding() {
        federal().historical().given(Facts.determinedLife()).when(secretary(null)).thenFound("G23-RANK");
        federal().historical().given(Facts.proposed(), Facts.determined(Modality.DIGITAL))
                .when(coordination(Rank.MANAGING_OFFICER_OR_EQUIVALENT)).thenFound("G24-RANK");
    }

    @Test
    void aMunicipalHeadNeedsNoRankAndNoDetermination() {
        local().given(Facts.proposed()).when(secretary(null)).thenNothingFound();
        local().given(Facts.proposed()).when(coordination(null)).thenNothingFound();
    }

    @Test
    void aHeadIsNotAssignedBeforeTheDetermination() {
        federal().given(Facts.proposed()).when(secretary(Rank.MANAGING_OFFICER_OR_EQUIVALENT)).thenRefused("G23-STATE").butFoundInHistory();
        federal().given(Facts.proposed()).when(coordination(Rank.DIRECTOR_GENERAL_OR_EQUIVALENT)).thenRefused("G24-STATE").butFoundInHistory();
    }

    @Test
    void theSameAssignmentTwiceIsAConflict() {
        local().given(Facts.determinedLife()).after(secretary(null)).when(secretary(null)).thenRefused("HEAD-UNCHANGED").asConflict(true);
    }

    @Test
    void theSamePersonIsAssignedAgainWithAnotherRank() {
        local().given(Facts.determinedLife()).after(secretary(null)).when(secretary(Rank.MANAGING_OFFICER_OR_EQUIVALENT))
                .thenNothingFound();
    }
}
