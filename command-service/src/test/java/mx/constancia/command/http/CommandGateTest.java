package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;

class CommandGateTest {

    private final CommandGate gate = new CommandGate(2, Duration.ofMillis(10));

    @Test
    void whoFindsNoPlaceIsToldToComeBack() {
        gate.enter();
        gate.enter();

        ProblemException full = catchThrowableOfType(ProblemException.class, gate::enter);

        assertThat(full.problem().type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(full.problem().headers()).containsEntry("Retry-After", "5");
    }

    @Test
    void aPlaceThatIsLeftIsFreeAgain() {
        gate.enter();
        gate.enter().close();

        assertThat(gate.enter()).isNotNull();
    }
}
