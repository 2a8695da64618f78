package mx.constancia.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import mx.constancia.query.http.problem.Problem;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void anUnknownParameterIsNamedTogetherWithTheKnownOnes() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> parameters("agencia", "segob")).satisfies(problem -> {
            assertThat(problem.getBody().getDetail()).contains("agencia", "agency, from");
            assertThat(problem.getBody().getProperties()).containsEntry("parameter", "agencia").containsEntry("known", List.of("agency", "from"));
        });
    }

    @Test
    void aParameterIsGivenOnce() {
        assertInvalid(() -> Parameters.of(Map.of("agency", new String[] {"segob", "salud"}), List.of("agency")));
    }

    @Test
    void whatIsNotGivenIsAbsent() {
        Parameters none = Parameters.of(Map.of(), List.of());

        assertThat(none.text("agency")).isNull();
        assertThat(none.date("occurredTo")).isNull();
        assertThat(none.position("from")).isEmpty();
        assertThat(none.limit(7)).isEqualTo(7);
    }

    @Test
    void aPositionIsAWholeNumberFromZeroUp() {
        assertThat(parameters("from", "0").position("from")).isEqualTo(OptionalLong.of(0));
        for (String bad : List.of("-1", "1.5", "", "first", "99999999999999999999")) {
            assertInvalid(() -> parameters("from", bad).position("from"));
        }
    }

    @Test
    void datesInstantsAndTextsHaveTheirForm() {
        assertInvalid(() -> parameters("from", "01/03/2026").date("from"));
        assertInvalid(() -> parameters("from", "2026-03-01").instant("from"));
        assertInvalid(() -> parameters("from", " ").text("from"));
    }

    private static Parameters parameters(String name, String value) {
        return Parameters.of(Map.of(name, new String[] {value}), List.of("agency", "from"));
    }

    private static void assertInvalid(ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class).isThrownBy(call)
                .satisfies(problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400));
    }
}
