package mx.constancia.command.http.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, whatever the caller accepts: someone who asks for HTML still gets the problem and not a page. */
public final class ProblemWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private ProblemWriter() {
    }

    /** Answers with a problem, unless the answer is on its way already. */
    public static void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        byte[] body = body(problem, failed instanceof String address ? address : request.getRequestURI());
        response.resetBuffer();
        response.setStatus(problem.type().status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static byte[] body(Problem problem, String instance) {
        return JSON.writeValueAsString(members(problem, instance, MDC.get("correlation"))).getBytes(StandardCharsets.UTF_8);
    }

    /** The members of the JSON object, in order. */
    public static Map<String, Object> members(Problem problem, String instance, @Nullable String correlationId) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", problem.type().uri().toString());
        json.put("title", problem.type().title());
        json.put("status", problem.type().status());
        json.put("detail", problem.detail());
        json.put("instance", instance);
        json.putAll(problem.members());
        if (correlationId != null) {
            json.put("correlationId", correlationId);
        }
        return json;
    }
}
