package mx.constancia.command.http;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.Role;
import mx.constancia.events.Actor;

/** Who sends a command, by the claims of the token. */
public record Caller(String userId, List<Role> roles, @Nullable String agencyId) {

    private static final String AGENCY_CLAIM = "agency";
    private static final String AUTHORITY_PREFIX = "ROLE_";

    /** The caller who was authenticated. */
    public static Caller of(JwtAuthenticationToken authentication) {
        Jwt token = authentication.getToken();
        return new Caller(Objects.requireNonNull(token.getSubject()), roles(authentication), token.getClaimAsString(AGENCY_CLAIM));
    }

    /**
     * The caller in a role that may issue the command.
     *
     * @throws ProblemException when no role of the caller may
     */
    public Actor in(CommandType type) {
        return type.issuedBy().stream()
                .filter(roles::contains)
                .findFirst()
                .map(role -> new Actor(userId, role.name(), agencyId))
                .orElseThrow(() -> forbidden(type));
    }

    private static ProblemException forbidden(CommandType type) {
        List<String> needed = type.issuedBy().stream().map(Role::name).toList();
        return Problem.of(ProblemType.ROLE_MISSING, "The command " + type.name() + " (" + type.article() + ") is issued by "
                + String.join(" or ", needed) + ".").with("roles", needed).toException();
    }

    private static List<Role> roles(Authentication authentication) {
        return Arrays.stream(Role.values())
                .filter(role -> authentication.getAuthorities().stream()
                        .anyMatch(authority -> (AUTHORITY_PREFIX + role.name()).equals(authority.getAuthority())))
                .toList();
    }
}
