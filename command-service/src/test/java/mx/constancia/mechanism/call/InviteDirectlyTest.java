package mx.constancia.mechanism.call;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.DirectInvitationIssued;
import mx.constancia.events.mechanism.InvitationAssessment;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.SeatRole;

class InviteDirectlyTest {

    private static final InvitationAssessment ASSESSED = new InvitationAssessment("Reconocida", "Amplia", List.of());
    private static final InviteDirectly BARE = invitation(CivilSector.CSO, null, null);

    private static InviteDirectly invitation(CivilSector sector, String justification, InvitationAssessment assessment) {
        return new InviteDirectly("osc-1", sector, null, SeatRole.GUEST, "person:7", justification, assessment);
    }

    @Test
    void aJustifiedAndAssessedInvitationIsIssuedUnderTheNextId() {
        federal().given(Facts.determinedLife()).when(invitation(CivilSector.CSO, "El tema lo requiere", ASSESSED))
                .thenRecorded(new DirectInvitationIssued("I-1", "osc-1", "CSO", null, "GUEST", "person:7", "El tema lo requiere", ASSESSED))
                .thenNothingFound();
    }

    @Test
    void anInvitationIsToAMemberSeatUnlessItSaysOtherwise() {
        federal().given(Facts.determinedLife())
                .when(new InviteDirectly("osc-1", CivilSector.OTHER, "Colegio", null, "person:7", "Necesaria", ASSESSED))
                .thenRecorded(new DirectInvitationIssued("I-1", "osc-1", "OTHER", "Colegio", "MEMBER", "person:7", "Necesaria", ASSESSED));
    }

    @Test
    void aLiveInvitationWithoutJustificationAndAssessmentIsRefused() {
        federal().given(Facts.determinedLife()).when(BARE)
                .thenRefused("G19-JUSTIFICATION-MISSING", "G19-ASSESSMENT-MISSING", "G19-ASSESSMENT-MISSING").butFoundInHistory()
                .thenRefusedAt("justification", "assessment.career", "assessment.experience");
    }

    @Test
    void aHistoricalInvitationWithoutExperienceIsRecordedWithAFinding() {
        federal().historical().given(Facts.determinedLife())
                .when(invitation(CivilSector.CSO, "Necesaria", new InvitationAssessment("Reconocida", null, List.of())))
                .thenFound("G19-ASSESSMENT-MISSING");
    }

    @Test
    void aMunicipalInvitationNeedsNone() {
        local().given(Facts.proposed()).when(BARE).thenNothingFound();
    }

    @Test
    void anInvitationBeforeTheDeterminationIsRefused() {
        federal().given(Facts.proposed()).when(invitation(CivilSector.CSO, "Necesaria", ASSESSED)).thenRefused("G19-STATE").butFoundInHistory();
    }

    @Test
    void anInvitationWithoutASectorIsRefusedUnderEveryRulebook() {
        local().historical().given(Facts.determinedLife()).when(invitation(null, "Necesaria", ASSESSED))
                .thenRefused("G17-SECTOR-MISSING").thenRefusedAt("sector");
    }

    @Test
    void anInvitationForAnotherSectorDescribesIt() {
        local().given(Facts.determinedLife()).when(invitation(CivilSector.OTHER, "Necesaria", ASSESSED))
                .thenRefused("G17-DESCRIPTION-MISSING").thenRefusedAt("sectorDescription");
    }
}
