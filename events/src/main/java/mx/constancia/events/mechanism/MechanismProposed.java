package mx.constancia.events.mechanism;

import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * A mechanism was proposed with the four items of G-12 (propuesta del mecanismo).
 *
 * @param mechanismId id of the mechanism
 * @param agencyId responsible agency
 * @param jurisdiction the agency's jurisdiction at that time
 * @param name official name
 * @param authorityBasis G-12 I: norms that give the agency authority in the matter
 * @param problemAnalysisDoc G-12 II: analysis of the public problem
 * @param benefitsDiagnosisDoc G-12 III: diagnosis of benefits
 * @param memberProfile G-12 IV
 */
@EventType("mechanism.mechanism-proposed.v1")
public record MechanismProposed(
        String mechanismId,
        String agencyId,
        String jurisdiction,
        String name,
        List<String> authorityBasis,
        @Nullable String problemAnalysisDoc,
        @Nullable String benefitsDiagnosisDoc,
        @Nullable MemberProfile memberProfile) implements MechanismEvent {

    public MechanismProposed {
        authorityBasis = authorityBasis == null ? List.of() : List.copyOf(authorityBasis);
    }
}
