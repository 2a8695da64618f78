package mx.constancia.local.issuer;

import java.util.List;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts into every token who the bearer is: {@code agency} (absent for an office of none) and {@code roles}. */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String AUDIENCE = "constancia";

    private final DemoUsers users;

    Claims(DemoUsers users) {
        this.users = users;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        DemoUser user = users.find(context.getPrincipal().getName()).orElseThrow();
        context.getClaims().claim("roles", user.roles());
        if (user.agency() != null) {
            context.getClaims().claim("agency", user.agency());
        }
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(List.of(AUDIENCE));
        } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            context.getClaims().claim("name", user.title());
        }
    }
}
