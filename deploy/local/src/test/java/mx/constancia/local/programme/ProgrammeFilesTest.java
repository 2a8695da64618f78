package mx.constancia.local.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgrammeFilesTest {

    static List<Programme> programmes() {
        return ProgrammeFiles.all();
    }

    @Test
    void everyProgrammeHasAnIdOfItsOwn() {
        assertThat(programmes()).extracting(Programme::id).containsExactly("sys-01", "sys-05", "sys-13");
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void everyFactNamesItsSourceAndWhetherItIsMadeUp(Programme programme) {
        assertThat(programme.steps()).flatExtracting(Step::bodies).allSatisfy(body -> {
            assertThat(body.get("source")).isInstanceOf(Map.class);
            assertThat(((Map<?, ?>) body.get("source")).get("illustrative")).isInstanceOf(Boolean.class);
        });
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void everyStepSaysWhatItMustComeTo(Programme programme) {
        assertThat(programme.steps()).allSatisfy(step -> {
            assertThat(step.expect()).isNotNull();
            assertThat(step.expect().events() == null).isNotEqualTo(step.expect().refused() == null);
        });
    }

    @Test
    void eighteenMinistriesTakeTheirSeatsInTheNationalCouncil() {
        assertThat(programmes().getFirst().steps()).filteredOn(step -> step.bodies().size() == 18).hasSize(1);
    }
}
