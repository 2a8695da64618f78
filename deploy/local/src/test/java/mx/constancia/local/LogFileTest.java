package mx.constancia.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path directory;

    @Test
    void aFullFileMakesRoomAtTheEndOfALine() throws IOException {
        Path file = directory.resolve("constancia.log");

        try (LogFile log = new LogFile(file, 10)) {
            log.write("0123456789 still\n".getBytes(UTF_8));
            log.write("next\n".getBytes(UTF_8));
        }

        assertThat(directory.resolve("constancia.log.1")).hasContent("0123456789 still\n");
        assertThat(file).hasContent("next\n");
    }

    @Test
    void onlyOneFullFileIsKept() throws IOException {
        try (LogFile log = new LogFile(directory.resolve("constancia.log"), 2)) {
            for (int line = 0; line < 10; line++) {
                log.write((line + "\n").getBytes(UTF_8));
            }
        }

        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("constancia.log", "constancia.log.1");
    }

    @Test
    void aLaterStartContinuesTheFile() throws IOException {
        Path file = directory.resolve("constancia.log");

        for (String start : new String[] {"first\n", "second\n"}) {
            try (LogFile log = new LogFile(file, 100)) {
                log.write(start.getBytes(UTF_8));
            }
        }

        assertThat(file).hasContent("first\nsecond\n");
    }
}
