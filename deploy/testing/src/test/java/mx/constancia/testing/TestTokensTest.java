package mx.constancia.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestTokensTest {

    private final TestTokens tokens = TestTokens.shared();

    @Test
    void aTokenVerifiesAgainstTheServedKeyAndCarriesTheUser() throws Exception {
        JWTClaimsSet claims = verified(tokens.token("user-1", "agency-1", "RESPONSIBLE_UNIT", "OIC"));

        assertThat(claims.getSubject()).isEqualTo("user-1");
        assertThat(claims.getStringClaim("agency")).isEqualTo("agency-1");
        assertThat(claims.getStringListClaim("roles")).containsExactly("RESPONSIBLE_UNIT", "OIC");
    }

    @Test
    void aTestMayChangeAnyClaim() throws Exception {
        assertThat(verified(tokens.token(claims -> claims.claim("scope", "read"))).getStringClaim("scope"))
                .isEqualTo("read");
    }

    @Test
    void discoveryNamesTheIssuerAndItsKeys() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI discovery = URI.create(tokens.issuer() + "/.well-known/openid-configuration");
            String document = http.send(HttpRequest.newBuilder(discovery).build(), HttpResponse.BodyHandlers.ofString())
                    .body();

            assertThat(document.replace("\\/", "/")).contains("\"issuer\":\"" + tokens.issuer() + "\"", tokens.jwksUri());
        }
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertThatThrownBy(() -> verified(tokens.expired("user-1", "agency-1"))).hasMessageContaining("Expired JWT");
    }

    @Test
    void aTokenOfAForeignKeyIsRefused() {
        assertThatThrownBy(() -> verified(tokens.foreign("user-1", "agency-1"))).isInstanceOf(BadJWSException.class);
    }

    @Test
    void aTokenThatNamesAnotherIssuerIsRefused() {
        assertThatThrownBy(() -> verified(tokens.wrongIssuer("user-1", "agency-1")))
                .isInstanceOf(BadJOSEException.class)
                .hasMessageContaining("iss");
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        assertThatThrownBy(() -> verified(tokens.wrongAudience("user-1", "agency-1")))
                .isInstanceOf(BadJOSEException.class)
                .hasMessageContaining("aud");
    }

    private JWTClaimsSet verified(String token) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256,
                JWKSourceBuilder.create(URI.create(tokens.jwksUri()).toURL()).build()));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(TestTokens.AUDIENCE,
                new JWTClaimsSet.Builder().issuer(tokens.issuer()).build(), Set.of("exp", "iat", "jti")));
        return processor.process(token, null);
    }
}
