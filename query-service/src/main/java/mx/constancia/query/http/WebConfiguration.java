package mx.constancia.query.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** Where nothing of the log is answered. */
    private static final List<String> APART = List.of("/problems/**", "/schemas/**", "/openapi.json", "/asyncapi.yaml");
    /** Where a request comes after it failed: what it names was checked. */
    private static final String FAILED = "/error";

    private final MinPosition minPosition;

    WebConfiguration(MinPosition minPosition) {
        this.minPosition = minPosition;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new DeclaredParameters(List.of())).addPathPatterns(APART);
        registry.addInterceptor(new DeclaredParameters(List.of(MinPosition.PARAMETER))).excludePathPatterns(APART).excludePathPatterns(FAILED);
        registry.addInterceptor(minPosition).excludePathPatterns(APART).excludePathPatterns(FAILED);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/**")
                .addResourceLocations("classpath:/docs/", "classpath:/META-INF/resources/webjars/")
                .resourceChain(true);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/docs", "/docs/index.html");
    }

    @Bean
    AnswerTags answerTags() {
        return new AnswerTags();
    }

    /** Exactly these forms, and not what else Spring takes for a number or a date. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Long.class, Long::valueOf);
        registry.addConverter(String.class, Integer.class, Integer::valueOf);
        registry.addConverter(String.class, LocalDate.class, LocalDate::parse);
        registry.addConverter(String.class, Instant.class, Instant::parse);
    }
}
