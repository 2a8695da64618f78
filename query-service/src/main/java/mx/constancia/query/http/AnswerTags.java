package mx.constancia.query.http;

import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives answers that have no entity tag one from their bytes. It is weak, which serves {@code If-None-Match} and lets the
 * server compress the answer; a strong one, for {@code If-Match}, has what a command changes. Whoever sends without end calls
 * {@link #disableContentCaching} before.
 */
final class AnswerTags extends ShallowEtagHeaderFilter {

    AnswerTags() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }

    @Override
    protected boolean isEligibleForEtag(HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        boolean head = HttpMethod.HEAD.matches(request.getMethod()) && !response.isCommitted() && status == HttpServletResponse.SC_OK;
        return head || super.isEligibleForEtag(request, response, status, body);
    }
}
