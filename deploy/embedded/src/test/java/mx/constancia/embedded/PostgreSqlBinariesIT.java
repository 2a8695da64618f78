package mx.constancia.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgreSqlBinariesIT {

    @TempDir
    Path temporary;

    @Test
    void aCopyThatLostAFileIsUnpackedAnew() throws Exception {
        Path first = PostgreSqlBinaries.unpackedBelow(temporary);
        Files.delete(first.resolve("share/postgresql/postgres.bki"));

        Path second = PostgreSqlBinaries.unpackedBelow(temporary);

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("share/postgresql/postgres.bki")).exists();
    }

    @Test
    void processesThatUnpackAtOnceEndWithOneCopy() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ChildJvm> start = () -> ChildJvm.startAndAwaitReady(UnpackingChild.class, temporary);
            for (Future<ChildJvm> child : threads.invokeAll(List.of(start, start))) {
                child.get().close();
            }
        }

        Path copy = PostgreSqlBinaries.unpackedBelow(temporary);
        try (Stream<Path> all = Files.list(temporary)) {
            assertThat(all.filter(Files::isDirectory)).containsExactly(copy);
        }
    }
}
