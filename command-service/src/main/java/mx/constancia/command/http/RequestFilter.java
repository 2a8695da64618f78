package mx.constancia.command.http;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import mx.constancia.command.http.problem.ProblemWriter;
import mx.constancia.command.http.problem.Problems;

/** Goes around everything: gives each request its correlation id, and answers for what fails before a controller has it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        String correlationId = Correlation.of(request);
        response.setHeader(Correlation.HEADER, correlationId);
        MDC.put(Correlation.MDC_KEY, correlationId);
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            ProblemWriter.write(Problems.of(e), request, response);
        } finally {
            MDC.remove(Correlation.MDC_KEY);
        }
    }
}
