package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.CommandType;

class IfMatchTest {

    @Test
    void aStrongTagIsAVersion() {
        assertThat(IfMatch.read(Samples.CHANGE_SAMPLE, List.of("\"7\""))).isEqualTo(7L);
        assertThat(IfMatch.read(Samples.CHANGE_SAMPLE, List.of(IfMatch.tag(12)))).isEqualTo(12L);
    }

    @Test
    void anAsteriskIsAnyVersion() {
        assertThat(IfMatch.read(Samples.CHANGE_SAMPLE, List.of("*"))).isNull();
        assertThat(IfMatch.read(Samples.BEGIN_SAMPLE, List.of("*"))).isNull();
    }

    @Test
    void aChangingCommandNeedsOne() {
        assertThat(refusal(Samples.CHANGE_SAMPLE, List.of())).isEqualTo(ProblemType.IF_MATCH_MISSING);
    }

    @Test
    void aCreatingCommandNeedsNoneAndHasNoVersionToMatch() {
        assertThat(IfMatch.read(Samples.BEGIN_SAMPLE, List.of())).isNull();
        assertThat(refusal(Samples.BEGIN_SAMPLE, List.of("\"1\""))).isEqualTo(ProblemType.STALE_VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "W/\"7\"", "\"7", "\"07\"", "\"-1\"", "\"x\"", "\"\"", "\"7\", \"8\"", "\"9999999999999999999\"", ""})
    void anythingElseIsRefused(String value) {
        assertThat(refusal(Samples.CHANGE_SAMPLE, List.of(value))).isEqualTo(ProblemType.IF_MATCH_INVALID);
    }

    @Test
    void twoHeadersAreRefused() {
        assertThat(refusal(Samples.CHANGE_SAMPLE, List.of("\"7\"", "\"7\""))).isEqualTo(ProblemType.IF_MATCH_INVALID);
    }

    private static ProblemType refusal(CommandType type, List<String> values) {
        return catchThrowableOfType(ProblemException.class, () -> IfMatch.read(type, values)).problem().type();
    }
}
