package mx.constancia.mechanism.creation;

import static mx.constancia.guidelines.Scenario.local;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.constancia.history.Lifecycle;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.TerritorialCoverage;

class DeclaredCoverageTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"NATIONAL,-,-", "STATE,08,-", "REGIONAL,01 32,-", "MUNICIPAL_OR_LOCAL,-,08019",
            "MUNICIPAL_OR_LOCAL,08,08019 08037"})
    void aCoverageThatNamesWhatItsScopeNeedsIsRecorded(TerritorialCoverage scope, String states, String municipalities) {
        local().when(registration(scope, states, municipalities)).thenNothingFound();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"NATIONAL,08,-", "STATE,-,-", "STATE,08 10,-", "REGIONAL,08,-", "REGIONAL,08 08,-",
            "MUNICIPAL_OR_LOCAL,08,-", "STATE,08,08019"})
    void aCoverageThatContradictsItsScopeIsRefused(TerritorialCoverage scope, String states, String municipalities) {
        local().when(registration(scope, states, municipalities)).thenRefused("G29-COVERAGE-INCONSISTENT").asConflict(false);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"STATE,8,-", "STATE,33,-", "STATE,00,-", "MUNICIPAL_OR_LOCAL,-,8019",
            "MUNICIPAL_OR_LOCAL,-,33001"})
    void aKeyThatIsNotOfTheInegiCatalogueIsRefused(TerritorialCoverage scope, String states, String municipalities) {
        local().when(registration(scope, states, municipalities)).thenRefused("G29-KEY-UNKNOWN");
    }

    private static RegisterExistingMechanism registration(TerritorialCoverage scope, String states, String municipalities) {
        return new RegisterExistingMechanism("Consejo", MechanismType.ADVISORY, Modality.FACE_TO_FACE, List.of(IncidenceLevel.DIALOGUE),
                new DeclaredCoverage(scope, keys(states), keys(municipalities)), null, null, Lifecycle.OPERATING, null);
    }

    private static List<String> keys(String keys) {
        return keys == null ? List.of() : List.of(keys.split(" "));
    }
}
