package mx.constancia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PartsTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATER = Duration.ofSeconds(20);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> stopped = new CopyOnWriteArrayList<>();
    private final Parts parts = new Parts(new Progress(new PrintStream(said, true), Clock.systemUTC()));

    @Test
    void partsStopInTheReverseOrderOfTheirStart() throws Exception {
        Parts.await(start("database"));
        Parts.await(start("service"));

        parts.close();

        assertThat(stopped).containsExactly("service", "database");
    }

    @Test
    void aPartThatIsStillStartingIsWaitedForAndStopped() throws Exception {
        CountDownLatch mayStart = new CountDownLatch(1);
        parts.start("slow", LATER, () -> {
            mayStart.await();
            return () -> stopped.add("slow");
        });
        Thread closing = Thread.ofVirtual().start(parts::close);

        mayStart.countDown();
        closing.join();

        assertThat(stopped).containsExactly("slow");
    }

    @Test
    void aPartThatDoesNotStartIsNamedWithTheInnermostReason() {
        Future<AutoCloseable> broken = parts.start("Kafka", LATER, () -> {
            throw new IllegalStateException("wrapped", new IllegalStateException("port 9092 is taken"));
        });

        assertThatExceptionOfType(PartFailure.class).isThrownBy(() -> Parts.await(broken))
            .withMessage("Kafka did not start: port 9092 is taken");
    }

    @Test
    void aPartThatDidNotStartDoesNotKeepTheOthersFromStopping() throws Exception {
        Parts.await(start("database"));
        parts.start("broken", LATER, () -> {
            throw new IllegalStateException();
        });

        parts.close();

        assertThat(stopped).containsExactly("database");
    }

    @Test
    void aPartThatDoesNotStopHoldsTheOthersUpForItsTimeOnly() throws Exception {
        Parts.await(start("database"));
        CountDownLatch never = new CountDownLatch(1);
        Parts.await(parts.start("stuck", SOON, () -> never::await));

        parts.close();

        assertThat(stopped).containsExactly("database");
        assertThat(said.toString()).contains("stuck does not stop");
    }

    @Test
    void nothingStartsAfterTheStop() {
        parts.close();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> start("late"));
    }

    private Future<AutoCloseable> start(String name) {
        return parts.start(name, LATER, () -> () -> stopped.add(name));
    }
}
