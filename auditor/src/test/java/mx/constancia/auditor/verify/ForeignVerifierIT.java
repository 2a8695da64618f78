package mx.constancia.auditor.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import mx.constancia.auditor.sample.Keys;
import mx.constancia.auditor.sample.SampleLog;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What we publish is verified by the transparency log library of the Go project, with {@code src/test/go/verify.go}. Needs
 * Debian's packages {@code golang-go} and {@code golang-golang-x-mod-dev}, and is left out where they are not.
 */
class ForeignVerifierIT {

    private static final Path LIBRARIES = Path.of("/usr/share/gocode");
    private static final Path SOURCE = Path.of("src/test/go/verify.go");

    @TempDir
    private static Path built;
    @TempDir
    private Path folder;

    private record Ran(int code, String out) {
    }

    @BeforeAll
    static void build() throws Exception {
        assumeThat(Stream.of(System.getenv("PATH").split(":")).map(each -> Path.of(each, "go"))).as("go").anyMatch(Files::isExecutable);
        assumeThat(LIBRARIES.resolve("src/golang.org/x/mod/sumdb/tlog")).isDirectory();
        assertThat(run("go", "build", "-o", built.resolve("verify").toString(), SOURCE.toString())).isEqualTo(new Ran(0, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 700, 65_536, 66_000})
    void aLogOfAnySizeHolds(int size) throws Exception {
        write(SampleLog.of(size).files(Keys.log(), size));

        assertThat(verify()).isEqualTo(new Ran(0, size + " entries and 0 receipts hold\n"));
    }

    @Test
    void aLogThatGrewHoldsWithTheReceiptsOfBefore() throws Exception {
        SampleLog log = SampleLog.of(300);
        Map<String, byte[]> before = log.files(Keys.log(), 300);
        Path receipt = Files.write(folder.resolve("receipt"), SampleLog.receipt(before, log.event(255)));
        write(log.files(Keys.log(), 300, 700));
        Files.write(folder.resolve("checkpoint.before"), before.get("checkpoint"));

        assertThat(verify(receipt)).isEqualTo(new Ran(0, "700 entries and 1 receipts hold\n"));
    }

    @Test
    void anotherHistoryOfTheSameSizeIsNoGrowth() throws Exception {
        write(SampleLog.of(700).files(Keys.log(), 700));
        Files.write(folder.resolve("checkpoint.before"), SampleLog.anotherOf(300).files(Keys.log(), 300).get("checkpoint"));

        assertThat(verify()).isEqualTo(new Ran(1, "growth: invalid transparency proof\n"));
    }

    @Test
    void aChangedEntryIsFound() throws Exception {
        Map<String, byte[]> files = SampleLog.of(700).files(Keys.log(), 700);
        files.get("tile/entries/001")[20] ^= 1;
        write(files);

        assertThat(verify()).isEqualTo(new Ran(1, "tile/0/001 does not follow from the entries\n"));
    }

    @Test
    void aChangedTileIsFound() throws Exception {
        Map<String, byte[]> files = SampleLog.of(700).files(Keys.log(), 700);
        files.get("tile/0/001")[20] ^= 1;
        write(files);

        assertThat(verify()).isEqualTo(new Ran(1, "tile/0/001 does not follow from the entries\n"));
    }

    @Test
    void anImpostorsSignatureIsNotTheLogs() throws Exception {
        write(SampleLog.of(3).files(Keys.log(), 3));
        Files.write(folder.resolve("checkpoint"), SampleLog.of(3).files(Keys.impostor(), 3).get("checkpoint"));

        assertThat(verify()).isEqualTo(new Ran(1, "checkpoint: note has no verifiable signatures\n"));
    }

    private Ran verify(Path... receipts) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of(built.resolve("verify"), folder), Stream.of(receipts)).map(Path::toString).toArray(String[]::new));
    }

    private static Ran run(String... command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        process.environment().putAll(Map.of("GO111MODULE", "off", "GOPATH", LIBRARIES.toString(), "GOCACHE", built.resolve("cache").toString(),
                "CGO_ENABLED", "0"));
        Process started = process.start();
        String out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(started.waitFor(), out);
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
