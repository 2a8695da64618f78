package mx.constancia.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StolenTimeTest {

    @Test
    void whatTheHostGaveToOthersIsAPartOfAllTicks() {
        StolenTime before = StolenTime.of("cpu  100 0 100 700 50 0 0 50 0 0");
        StolenTime after = StolenTime.of("cpu  150 0 120 710 50 0 0 70 9 0");

        assertThat(after.percentSince(before)).isEqualTo(20);
    }
}
