package mx.constancia.local.issuer;

import java.nio.file.Path;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The issuer as a Spring Boot application.
 *
 * <p>It names its auto-configurations one by one, because it shares its class path with the services that it serves.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(IssuerConfiguration.class)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
    SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class})
public class IssuerApplication {

    /**
     * Starts the issuer; the caller closes the context.
     *
     * @param port      a free TCP port, which becomes part of the issuer's name {@code http://localhost:PORT}
     * @param directory where the signing key is kept, so that tokens outlive a restart
     * @throws RuntimeException if the port is taken or the key cannot be read
     */
    public static ConfigurableApplicationContext start(int port, Path directory) {
        return new SpringApplicationBuilder(IssuerApplication.class).registerShutdownHook(false).run(
            "--spring.config.name=issuer",
            "--server.port=" + port,
            "--constancia.issuer.url=" + address(port),
            "--constancia.issuer.directory=" + directory);
    }

    /** The issuer's name and address for a port. */
    public static String address(int port) {
        return "http://localhost:" + port;
    }
}
