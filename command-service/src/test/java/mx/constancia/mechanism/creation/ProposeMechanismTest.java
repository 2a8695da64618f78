package mx.constancia.mechanism.creation;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.MechanismProposed;
import mx.constancia.events.mechanism.MemberProfile;
import mx.constancia.guidelines.Scenario;
import mx.constancia.vocabulary.CivilSector;

class ProposeMechanismTest {

    private static final DeclaredProfile PROFILE = new DeclaredProfile(List.of(CivilSector.CSO), List.of("Experiencia"));
    private static final ProposeMechanism COMPLETE = new ProposeMechanism("Consejo", List.of("Ley, art. 1"), "doc-1", "doc-2", PROFILE);
    private static final ProposeMechanism EMPTY = new ProposeMechanism("Consejo", null, " ", null, null);

    @Test
    void aProposalWithTheFourItemsIsRecordedForTheAgencyOfTheActor() {
        federal().when(COMPLETE)
                .thenRecorded(new MechanismProposed(Scenario.MECHANISM, Scenario.AGENCY, "FEDERAL_AGENCY", "Consejo",
                        List.of("Ley, art. 1"), "doc-1", "doc-2", new MemberProfile(List.of("CSO"), List.of("Experiencia"))))
                .thenNothingFound();
    }

    @Test
    void aLiveProposalIsRefusedAtEachItemThatItLacks() {
        federal().when(EMPTY)
                .thenRefused("G12-ITEM-MISSING", "G12-ITEM-MISSING", "G12-ITEM-MISSING", "G12-ITEM-MISSING")
                .thenRefusedAt("authorityBasis", "problemAnalysisDoc", "benefitsDiagnosisDoc", "memberProfile")
                .asConflict(false);
    }

    @Test
    void aHistoricalProposalWithoutAnItemIsRecordedWithAFinding() {
        federal().historical().when(new ProposeMechanism("Consejo", List.of("Ley, art. 1"), null, "doc-2", PROFILE))
                .thenFound("G12-ITEM-MISSING");
    }

    @Test
    void aMunicipalProposalNeedsNoItems() {
        local().when(EMPTY).thenNothingFound();
    }

    @Test
    void aProposalOfAnAgencyThatIsNotRegisteredIsAConflict() {
        local().withoutAgency().when(COMPLETE).thenRefused("AGENCY-NOT-REGISTERED").asConflict(true);
    }
}
