package mx.constancia.query.http;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks, by the claims of the token.
 *
 * @param agencyId the agency that the reader belongs to; absent for the public
 * @param roles    codes of the reader's roles; none for the public
 */
public record Reader(@Nullable String agencyId, Set<String> roles) {

    /** Anyone. */
    public static final Reader PUBLIC = new Reader(null, Set.of());

    private static final String AGENCY_CLAIM = "agency";
    private static final String AUTHORITY_PREFIX = "ROLE_";
    /** Roles that see the restricted parts of their own agency's events: its officers and its Órgano Interno de Control. */
    private static final Set<String> INSIDERS =
            Set.of("RESPONSIBLE_UNIT", "TECHNICAL_SECRETARY", "COORDINATION_HEAD", "OIC_AUDITOR");

    /** The reader behind a request; the public when it carries no token. */
    public static Reader of(@Nullable Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            return PUBLIC;
        }
        return new Reader(token.getToken().getClaimAsString(AGENCY_CLAIM), token.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(AUTHORITY_PREFIX))
                .map(authority -> authority.substring(AUTHORITY_PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the reader sees the restricted parts of this agency's events. */
    public boolean seesRestrictedOf(String agency) {
        return agency.equals(agencyId) && roles.stream().anyMatch(INSIDERS::contains);
    }
}
