package mx.constancia.query.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What caches may keep where a handler says nothing: every answer, if they ask each time whether it has changed; what was
 * answered to a token, only the client's own. An answer depends on who asks, unless it is for everyone.
 */
final class CachePolicy implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String said = response.getHeader(HttpHeaders.CACHE_CONTROL);
        if (said == null) {
            boolean named = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.setHeader(HttpHeaders.CACHE_CONTROL,
                    request.getRequestURI().startsWith("/actuator") ? "no-store" : named ? "private, no-cache" : "no-cache");
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }
}
