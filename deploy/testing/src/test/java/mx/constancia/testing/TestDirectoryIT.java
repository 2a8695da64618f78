package mx.constancia.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import mx.constancia.embedded.DataDirectoryLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDirectoryIT {

    @TempDir
    Path temporary;

    @Test
    void onlyAnAbandonedDirectoryIsRemoved() throws IOException {
        Path abandoned = Files.createDirectory(temporary.resolve("constancia-test-postgresql-1"));
        Path inUse = Files.createDirectory(temporary.resolve("constancia-test-postgresql-2"));
        Path foreign = Files.createDirectory(temporary.resolve("something-else"));

        try (DataDirectoryLock lock = DataDirectoryLock.acquire(inUse)) {
            TestDirectory.removeAbandoned(temporary, Instant.now().plus(Duration.ofMinutes(1)));
            assertThat(lock.directory()).exists();
        }

        assertThat(abandoned).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void aYoungDirectoryStaysBecauseItsOwnerMayBeAboutToLockIt() throws IOException {
        Path young = Files.createDirectory(temporary.resolve("constancia-test-postgresql-1"));

        TestDirectory.removeAbandoned(temporary, Instant.now().minus(Duration.ofMinutes(1)));

        assertThat(young).exists();
    }
}
