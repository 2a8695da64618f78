package mx.constancia.events;

import org.jspecify.annotations.Nullable;

/**
 * Who recorded the fact.
 *
 * @param userId   the token's subject: an opaque account id, never personal data
 * @param role     the role in which the account acted, a code of the roles of the Guidelines
 * @param agencyId the agency that the account belongs to; absent for actors without one
 */
public record Actor(String userId, String role, @Nullable String agencyId) {
}
