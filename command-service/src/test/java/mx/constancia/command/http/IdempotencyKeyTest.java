package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;

class IdempotencyKeyTest {

    @Test
    void aQuotedKeyAndTheBareOneAreTheSame() {
        assertThat(IdempotencyKey.read(List.of("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")))
                .isEqualTo(IdempotencyKey.read(List.of("8e03978e-40d5-43dd-bc93-6894a57f9324")))
                .isEqualTo("8e03978e-40d5-43dd-bc93-6894a57f9324");
    }

    @Test
    void escapesOfAQuotedKeyAreUndone() {
        assertThat(IdempotencyKey.read(List.of("\"a \\\"b\\\" \\\\ c\""))).isEqualTo("a \"b\" \\ c");
    }

    @Test
    void aKeyHasUpTo128Characters() {
        assertThat(IdempotencyKey.read(List.of("k".repeat(128)))).hasSize(128);
        assertThat(refusal(List.of("k".repeat(129)))).isEqualTo(ProblemType.IDEMPOTENCY_KEY_INVALID);
    }

    @Test
    void aMissingKeyIsRefused() {
        assertThat(refusal(List.of())).isEqualTo(ProblemType.IDEMPOTENCY_KEY_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\" \"", "\"a", "a b", "a,b", "\"a\";p=1", "\"a\\b\"", "ñ", "\"ñ\""})
    void whatIsNoStringIsRefused(String value) {
        assertThat(refusal(List.of(value))).isEqualTo(ProblemType.IDEMPOTENCY_KEY_INVALID);
    }

    @Test
    void twoKeysAreRefused() {
        assertThat(refusal(List.of("a", "b"))).isEqualTo(ProblemType.IDEMPOTENCY_KEY_INVALID);
    }

    private static ProblemType refusal(List<String> values) {
        return catchThrowableOfType(ProblemException.class, () -> IdempotencyKey.read(values)).problem().type();
    }
}
