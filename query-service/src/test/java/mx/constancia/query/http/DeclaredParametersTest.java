package mx.constancia.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import mx.constancia.query.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

class DeclaredParametersTest {

    private final DeclaredParameters declared = new DeclaredParameters(List.of("min-position"));

    @Test
    void whatAHandlerDeclaresIsLetThrough() throws NoSuchMethodException {
        for (String known : List.of("limit", "as-of", "agency", "stream", "span.from", "min-position")) {
            assertThat(asked(known, "1")).isTrue();
        }
    }

    @Test
    void whatItDoesNotDeclareIsNamedTogetherWithWhatItDoes() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> asked("agencia", "segob")).satisfies(problem -> {
            assertThat(problem.getBody().getDetail()).contains("agencia", "limit, as-of, stream, agency, span.from, span.to, min-position");
            assertThat(problem.getBody().getProperties()).containsEntry("parameter", "agencia")
                    .containsEntry("known", List.of("limit", "as-of", "stream", "agency", "span.from", "span.to", "min-position"));
        });
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> asked("accept", "text/html"));
    }

    @Test
    void aParameterHasOneValue() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> asked("agency", "segob", "salud"));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> asked("agency", " "));
    }

    private boolean asked(String name, String... values) throws NoSuchMethodException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/somewhere");
        request.addParameter(name, values);
        return declared.preHandle(request, new MockHttpServletResponse(), new HandlerMethod(new Questions(),
                Questions.class.getDeclaredMethod("answer", int.class, String.class, Filter.class, String.class)));
    }

    record Filter(@Nullable String stream, @Nullable String agency, @Nullable Span span) {
    }

    record Span(@Nullable String from, @Nullable String to) {
    }

    static final class Questions {

        String answer(@RequestParam int limit, @RequestParam("as-of") @Nullable String moment, Filter filter,
                @RequestHeader @Nullable String accept) {
            return limit + "," + moment + "," + filter + "," + accept;
        }
    }
}
