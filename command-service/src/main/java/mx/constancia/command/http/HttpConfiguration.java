package mx.constancia.command.http;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import mx.constancia.command.http.problem.ProblemValve;
import mx.constancia.guidelines.CommandCatalog;

/** Puts the adapter together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
class HttpConfiguration {

    @Bean
    CommandDirectory commandDirectory() {
        return new CommandDirectory(CommandCatalog.ALL);
    }

    @Bean
    SubmissionReader submissionReader(HttpProperties properties) {
        return new SubmissionReader(properties);
    }

    @Bean
    OutcomeTable outcomeTable(HttpProperties properties) {
        return new OutcomeTable(properties.readBase());
    }

    @Bean
    CommandGate commandGate(HttpProperties properties) {
        return new CommandGate(properties.maxConcurrent(), properties.maxWait());
    }

    @Bean
    CommandMeter commandMeter(MeterRegistry registry) {
        return new CommandMeter(registry);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInPlaceOfTheServersPages() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
    }
}
