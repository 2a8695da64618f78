package mx.constancia.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"A, 10", "B, 1"})
    void theSameSeedGivesTheSameFiles(String tier, int percent) throws IOException {
        Load.Written one = Load.of(tier, 7, percent).write(directory.resolve("one"));
        Load.Written two = Load.of(tier, 7, percent).write(directory.resolve("two"));

        assertThat(one.lines()).isEqualTo(two.lines());
        for (int file = 0; file < one.files().size(); file++) {
            assertThat(Files.mismatch(one.files().get(file).path(), two.files().get(file).path())).isEqualTo(-1);
        }
    }

    @Test
    void theTiersHaveTheirDocumentedSizes() throws IOException {
        assertThat(Load.of("A", 1, 10).write(directory.resolve("a")).lines()).as("a tenth of the federal mechanisms").isBetween(24_000L, 40_000L);
        assertThat(Load.of("B", 1, 1).write(directory.resolve("b")).lines()).as("a hundredth of the committees").isBetween(10_000L, 16_000L);
    }

    @Test
    void thereAreTwoTiers() {
        assertThatThrownBy(() -> Load.of("C", 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
