package mx.constancia.query.ledger;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells with each list of events how far the ledger has published the log: events at positions below are published and have
 * receipts, others are sequenced only.
 */
@Configuration(proxyBeanMethods = false)
class PublishedSize implements WebMvcConfigurer {

    static final String HEADER = "Constancia-Published-Size";

    private final LedgerStatus status;

    PublishedSize(LedgerStatus status) {
        this.status = status;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {

            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                response.setHeader(HEADER, Long.toString(status.publishedSize()));
                return true;
            }
        }).addPathPatterns("/events", "/timeline", "/*/*/timeline");
    }
}
