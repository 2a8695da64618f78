package mx.constancia.command.http;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestTemplate;

import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.command.http.problem.ProblemWriter;
import mx.constancia.command.http.problem.Problems;
import mx.constancia.decision.Role;

/**
 * Who gets in: bearers of a token of the configured issuer for this audience. What is open is named; all else is closed.
 * Which role may issue which command is declared beside the command, see {@link Caller#in}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Pages show what comes from here and run nothing else; the API's own page sets styles as it runs. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                        .requestMatchers("/actuator", "/actuator/**").hasRole(Role.OPERATOR.name())
                        .requestMatchers(HttpMethod.GET, "/commands", "/openapi.json", "/docs", "/docs/**", "/problems", "/problems/*").permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/commands", "/openapi.json", "/docs", "/docs/**", "/problems", "/problems/*").permitAll()
                        .anyRequest().authenticated())
                .oauth2ResourceServer(server -> server
                        .jwt(jwt -> { })
                        .authenticationEntryPoint(SecurityConfiguration::unauthenticated)
                        .accessDeniedHandler(SecurityConfiguration::denied))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint(SecurityConfiguration::unauthenticated)
                        .accessDeniedHandler(SecurityConfiguration::denied))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The request as a whole is measured; each filter and each check on its way would cost as much as a command's rules. */
    @Bean
    SecurityObservationSettings onlyTheWholeIsMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler rejectedByFirewall() {
        return (request, response, rejected) -> ProblemWriter.write(Problems.of(rejected), request, response);
    }

    /**
     * Without time limits an issuer that accepts and does not answer would hold every request, and without an interval every
     * token that names an unknown key would make us ask for the keys.
     */
    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keysWithinATimeLimit(HttpProperties properties) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                java.net.http.HttpClient.newBuilder().connectTimeout(properties.issuerTimeout()).build());
        requests.setReadTimeout(properties.issuerTimeout());
        RestTemplate rest = new RestTemplate(requests);
        rest.getInterceptors().add(new SeldomFetched(properties.issuerInterval(), Clock.systemUTC()));
        return builder -> builder.restOperations(rest);
    }

    /** An event names its actor: a token without a subject is of no use. */
    @Bean
    OAuth2TokenValidator<Jwt> subjectIsPresent() {
        return token -> StringUtils.hasText(token.getSubject())
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token has no subject", null));
    }

    @Bean
    static BeanPostProcessor tokensAreRemembered(ObjectProvider<HttpProperties> properties, ObjectProvider<Clock> clock) {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder verifier
                        ? new RememberedTokens(verifier, clock.getIfAvailable(Clock::systemUTC), properties.getObject().rememberTokens())
                        : bean;
            }
        };
    }

    private static void unauthenticated(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        new BearerTokenAuthenticationEntryPoint().commence(request, response, e);
        String detail = e instanceof InvalidBearerTokenException
                ? "The access token is not accepted: " + e.getMessage()
                : ProblemType.NOT_AUTHENTICATED.explanation();
        ProblemWriter.write(Problem.of(ProblemType.NOT_AUTHENTICATED, detail), request, response);
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
        ProblemWriter.write(Problem.of(ProblemType.ROLE_MISSING, "This address is for " + Role.OPERATOR + "."), request, response);
    }
}
