package mx.constancia.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {

    @TempDir
    Path parent;

    @Test
    void aSecondOwnerIsRefusedAndTold() {
        Path directory = parent.resolve("data");
        try (DataDirectoryLock first = DataDirectoryLock.acquire(directory)) {
            assertThatThrownBy(() -> DataDirectoryLock.acquire(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another Constancia runs on data directory " + first.directory());
        }
    }

    @Test
    void aReleasedDirectoryCanBeTakenAgain() {
        DataDirectoryLock first = DataDirectoryLock.acquire(parent);
        first.close();
        first.close();

        try (DataDirectoryLock second = DataDirectoryLock.acquire(parent)) {
            assertThat(second.directory()).isEqualTo(first.directory());
        }
    }

    @Test
    void anotherProcessIsRefusedToo() throws Exception {
        try (ChildJvm child = ChildJvm.startAndAwaitReady(LockingChild.class, parent)) {
            assertThatThrownBy(() -> DataDirectoryLock.acquire(parent))
                    .hasMessageContaining("Another Constancia runs on data directory");

            child.kill();

            DataDirectoryLock.acquire(parent).close();
        }
    }
}
