package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CorrelationTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void theCallersIdIsTaken() {
        assertThat(of("case-7:1", PARENT)).isEqualTo("case-7:1");
    }

    @Test
    void theTraceIdIsTakenWhereThereIsNoOther() {
        assertThat(of(null, PARENT)).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "ñ", "<script>"})
    void whatHasNoValidFormIsReplaced(String given) {
        assertThat(UUID.fromString(of(given, "00-00000000000000000000000000000000-00f067aa0ba902b7-01"))).isNotNull();
    }

    @Test
    void anOverlongIdIsReplaced() {
        assertThat(of("x".repeat(65), "nonsense")).hasSize(36);
    }

    private static String of(String id, String traceParent) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (id != null) {
            request.addHeader(Correlation.HEADER, id);
        }
        if (traceParent != null) {
            request.addHeader("traceparent", traceParent);
        }
        return Correlation.of(request);
    }
}
