package mx.constancia.query.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.http.problem.ProblemWriter;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.client.RestTemplate;

/**
 * Who gets in: everyone to what is public, without a token; a token that is sent is checked all the same. What of an answer
 * is public is decided where the answer is made, see {@link Reader}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Pages show what comes from here and run nothing else; the API's own page sets styles as it runs. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http, ProblemWriter problems) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                        .requestMatchers("/actuator", "/actuator/**").hasRole("OPERATOR")
                        .requestMatchers("/parked", "/rebuild").hasRole("OPERATOR")
                        .anyRequest().permitAll())
                .oauth2ResourceServer(server -> server
                        .jwt(jwt -> { })
                        .authenticationEntryPoint((request, response, e) -> unauthenticated(problems, request, response, e)))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, e) -> unauthenticated(problems, request, response, e))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                new Problem(ProblemType.FORBIDDEN, ProblemType.FORBIDDEN.explanation()), request, response)))
                .headers(headers -> headers
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new CachePolicy())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The request as a whole is measured; each filter and each check on its way would cost as much as the question. */
    @Bean
    SecurityObservationSettings onlyTheWholeIsMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler rejectedByFirewall(ProblemWriter problems) {
        return (request, response, rejected) -> problems.write(
                new Problem(ProblemType.MALFORMED_REQUEST, "The address has no valid form."), request, response);
    }

    /**
     * Without time limits an issuer that accepts and does not answer would hold every request, and without an interval every
     * token that names an unknown key would make us ask for the keys.
     */
    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keysWithinATimeLimit(HttpProperties properties) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(properties.issuerTimeout()).build());
        requests.setReadTimeout(properties.issuerTimeout());
        RestTemplate rest = new RestTemplate(requests);
        rest.getInterceptors().add(new SeldomFetched(properties.issuerInterval(), Clock.systemUTC()));
        return builder -> builder.restOperations(rest);
    }

    private static void unauthenticated(
            ProblemWriter problems, HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        new BearerTokenAuthenticationEntryPoint().commence(request, response, e);
        problems.write(new Problem(ProblemType.NOT_AUTHENTICATED, ProblemType.NOT_AUTHENTICATED.explanation()), request, response);
    }
}
