package mx.constancia.mechanism.creation;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import mx.constancia.events.mechanism.Coverage;
import mx.constancia.events.mechanism.ExistingMechanismRegistered;
import mx.constancia.guidelines.Scenario;
import mx.constancia.history.Lifecycle;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.SeparationCause;
import mx.constancia.vocabulary.TerritorialCoverage;

class RegisterExistingMechanismTest {

    private static final LocalDate BEFORE_THE_GUIDELINES = LocalDate.of(2017, 4, 26);
    private static final DeclaredCoverage NATIONAL = new DeclaredCoverage(TerritorialCoverage.NATIONAL, null, null);

    private static RegisterExistingMechanism registration(Lifecycle lifecycle, SeparationCause... causes) {
        return new RegisterExistingMechanism("Consejo", MechanismType.ADVISORY, Modality.FACE_TO_FACE,
                List.of(IncidenceLevel.DIALOGUE, IncidenceLevel.INFORMATION, IncidenceLevel.DIALOGUE), NATIONAL, null, null, lifecycle,
                List.of(causes));
    }

    @Test
    void aMechanismThatExistedBeforeIsRecordedWithoutTheItemsOfTheGuidelines() {
        federal().on(BEFORE_THE_GUIDELINES).historical().when(registration(Lifecycle.OPERATING, SeparationCause.TERM_EXPIRED))
                .thenRecorded(new ExistingMechanismRegistered(Scenario.MECHANISM, Scenario.AGENCY, "FEDERAL_AGENCY", "Consejo",
                        "ADVISORY", "FACE_TO_FACE", List.of("DIALOGUE", "INFORMATION"),
                        new Coverage("NATIONAL", List.of(), List.of()), null, List.of(), "OPERATING", List.of("TERM_EXPIRED")))
                .thenNothingFound();
    }

    @Test
    void aLiveRegistrationIsRefusedUnderTheGuidelinesBecauseItWouldSkipTheProposal() {
        federal().when(registration(Lifecycle.OPERATING)).thenRefused("G12-NOT-HISTORICAL");
    }

    @Test
    void aRegistrationUnderTheGuidelinesIsNotJudgedByWhatItLeavesOpen() {
        federal().historical().when(registration(Lifecycle.OPERATING)).thenNothingFound();
    }

    @Test
    void aMunicipalMechanismIsRegisteredLive() {
        local().when(registration(Lifecycle.DORMANT)).thenNothingFound();
    }

    @ParameterizedTest
    @EnumSource(names = {"PROPOSED", "CONCLUDED"})
    void aMechanismThatWasOnlyProposedOrHasEndedIsNotRegisteredAsExisting(Lifecycle lifecycle) {
        local().historical().when(registration(lifecycle)).thenRefused("EXISTING-STAGE").asConflict(false);
    }

    @Test
    void aCauseOfTheLawIsNotAnExtraCause() {
        local().when(registration(Lifecycle.OPERATING, SeparationCause.EXPRESS_RESIGNATION)).thenRefused("G21-CAUSE-NOT-EXTRA");
    }

    @Test
    void aMechanismWithoutALevelOfIncidenceIsRefusedUnderEveryRulebook() {
        local().when(new RegisterExistingMechanism("Consejo", MechanismType.ADVISORY, Modality.DIGITAL, null, NATIONAL, null, null,
                Lifecycle.OPERATING, null)).thenRefused("G11-LEVEL-MISSING");
    }

    @Test
    void aMechanismOfAnAgencyThatIsNotRegisteredIsAConflict() {
        local().withoutAgency().when(registration(Lifecycle.OPERATING)).thenRefused("AGENCY-NOT-REGISTERED").asConflict(true);
    }
}
