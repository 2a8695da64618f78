package mx.constancia.query.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mx.constancia.query.http.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTest {

    @Test
    void aPeriodIsAYearAMonthOrTwoOfThese() {
        assertThat(Months.of("2024")).contains(new Months("2024-01", "2024-12"));
        assertThat(Months.of("2024-03")).contains(new Months("2024-03", "2024-03"));
        assertThat(Months.of("2023/2024-06")).contains(new Months("2023-01", "2024-06"));
        assertThat(Months.of("2023-11/2024")).contains(new Months("2023-11", "2024-12"));
        assertThat(Months.of(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2024-13", "2024-3", "2024/2023", "2024-03/2024-02", "2024/", "2024-01-01", "siempre"})
    void anythingElseIsRefused(String period) {
        assertThatThrownBy(() -> Months.of(period)).isInstanceOf(Problem.class).hasMessageContaining("period");
    }
}
