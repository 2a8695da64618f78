package mx.constancia.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350));

    @Test
    void eachWaitIsTwiceTheOneBeforeUpToTheLongest() {
        assertThat(Stream.generate(backoff::next).limit(4)).extracting(Duration::toMillis).containsExactly(100L, 200L, 350L, 350L);
    }

    @Test
    void afterASuccessTheWaitsBeginShortAgain() {
        backoff.next();
        backoff.next();

        backoff.reset();

        assertThat(backoff.next()).hasMillis(100);
    }
}
