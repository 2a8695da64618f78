package mx.constancia.query.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Collections;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;
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
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream().anyMatch(tag -> tag.strip().equals("*"))) {
            KnownByAnyTag known = new KnownByAnyTag(response);
            super.doFilterInternal(request, known, chain);
            known.heed();
        } else {
            super.doFilterInternal(request, response, chain);
        }
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

    /**
     * {@code If-None-Match: *} means whatever there is (RFC 9110, section 13.1.2), which Spring heeds for changes only. So an answer
     * that has a tag becomes a 304 before its body is written; of a 304 the server sends none.
     */
    private static final class KnownByAnyTag extends HttpServletResponseWrapper {

        KnownByAnyTag(HttpServletResponse response) {
            super(response);
        }

        void heed() {
            if (!isCommitted() && getStatus() == SC_OK && getHeader(HttpHeaders.ETAG) != null) {
                setStatus(SC_NOT_MODIFIED);
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            heed();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            heed();
            return super.getWriter();
        }
    }
}
