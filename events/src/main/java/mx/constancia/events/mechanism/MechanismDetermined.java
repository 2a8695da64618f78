package mx.constancia.events.mechanism;

import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * Type, modality, incidence levels and profile were determined (determinación; G-13).
 *
 * @param mechanismType code of G-9
 * @param modality code of G-10
 * @param incidenceLevels one or more codes of G-11
 * @param incidenceBasisDoc where the G-12 II analysis supports the levels (G-13 II)
 * @param memberProfile G-13 III
 * @param purpose purpose of the mechanism
 * @param legalFramework norms that support it
 * @param coverage G-29
 * @param humanRightsPerspective G-3
 * @param genderPerspective G-3
 * @param incentives what civil members receive; empty when honorary (G-17)
 */
@EventType("mechanism.mechanism-determined.v1")
public record MechanismDetermined(
        String mechanismType,
        String modality,
        List<String> incidenceLevels,
        @Nullable String incidenceBasisDoc,
        @Nullable MemberProfile memberProfile,
        String purpose,
        List<String> legalFramework,
        Coverage coverage,
        @Nullable String humanRightsPerspective,
        @Nullable String genderPerspective,
        List<String> incentives) implements MechanismEvent {

    public MechanismDetermined {
        incidenceLevels = incidenceLevels == null ? List.of() : List.copyOf(incidenceLevels);
        legalFramework = legalFramework == null ? List.of() : List.copyOf(legalFramework);
        incentives = incentives == null ? List.of() : List.copyOf(incentives);
    }
}
