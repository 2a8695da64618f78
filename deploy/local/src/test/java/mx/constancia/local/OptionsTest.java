package mx.constancia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutOptionsTheDefaultsHold() {
        assertThat(Options.parse()).isEqualTo(new Options(Path.of("deploy/local/data").toAbsolutePath(), 8080, false));
    }

    @Test
    void theLastOfTwoEqualOptionsWins() {
        assertThat(Options.parse("--data", "/a", "--port-base", "0", "--data", "/b")).isEqualTo(new Options(Path.of("/b"), 0, false));
    }

    @Test
    void theDemoIsAskedForWithoutAValue() {
        assertThat(Options.parse("--demo", "--port-base", "0")).isEqualTo(new Options(Options.parse().data(), 0, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65534", "many", ""})
    void aPortBaseThatLeavesNoThreePortsIsRefused(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--port-base", base)).withMessageStartingWith("--port-base is");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--insecure")).withMessage("unknown option --insecure");
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--data")).withMessage("no value for --data");
    }
}
