package mx.constancia.query.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a question names and nobody reads: a filter that is misspelt would answer another question. A handler declares
 * its parameters as arguments with {@link RequestParam}, as the components of a record or of records in it, or by {@link DeclaresParameters}.
 */
final class DeclaredParameters implements HandlerInterceptor {

    private final List<String> everywhere;
    private final Map<HandlerMethod, List<String>> known = new ConcurrentHashMap<>();

    /** With the parameters that every question of these addresses takes. */
    DeclaredParameters(List<String> everywhere) {
        this.everywhere = everywhere;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            List<String> names = known.computeIfAbsent(method, this::names);
            request.getParameterMap().forEach((name, values) -> check(names, name, values));
        }
        return true;
    }

    private static void check(List<String> names, String name, String[] values) {
        if (!names.contains(name)) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter " + name + " is not known here. "
                    + (names.isEmpty() ? "None is." : "Known are " + String.join(", ", names) + "."))
                    .with("parameter", name).with("known", names);
        }
        if (values.length != 1 || values[0].isBlank()) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter " + name + " takes one value.").with("parameter", name);
        }
    }

    private List<String> names(HandlerMethod method) {
        Stream<String> declared = method.getBean() instanceof DeclaresParameters handler
                ? handler.parameters().stream()
                : Stream.of(method.getMethodParameters()).flatMap(DeclaredParameters::names);
        return Stream.concat(declared, everywhere.stream()).toList();
    }

    private static Stream<String> names(MethodParameter argument) {
        RequestParam declared = argument.getParameterAnnotation(RequestParam.class);
        if (declared != null) {
            String name = declared.name();
            return Stream.of(StringUtils.hasText(name) ? name : argument.getParameter().getName());
        }
        Class<?> type = argument.getParameterType();
        return type.isRecord() ? components(type, "") : Stream.empty();
    }

    /** A component that is itself a record has components of its own, whose names follow its name and a dot. */
    private static Stream<String> components(Class<?> type, String prefix) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> component.getType().isRecord()
                ? components(component.getType(), prefix + component.getName() + ".") : Stream.of(prefix + component.getName()));
    }
}
