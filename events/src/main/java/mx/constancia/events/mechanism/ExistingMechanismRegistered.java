package mx.constancia.events.mechanism;

import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * A mechanism that existed before its registration was recorded (registro de mecanismo preexistente); G-12, G-13 and G-18 are not judged.
 *
 * @param mechanismId id of the mechanism
 * @param agencyId responsible agency
 * @param jurisdiction the agency's jurisdiction
 * @param name official name
 * @param mechanismType code of G-9
 * @param modality code of G-10
 * @param incidenceLevels codes of G-11
 * @param coverage G-29
 * @param purpose purpose of the mechanism
 * @param legalFramework norms that support it
 * @param lifecycle where in its life it is: DETERMINED, FORMING, ORGANIZED, OPERATING or DORMANT
 * @param extraSeparationCauses causes that its organization rules in force add to G-21
 */
@EventType("mechanism.existing-mechanism-registered.v1")
public record ExistingMechanismRegistered(
        String mechanismId,
        String agencyId,
        String jurisdiction,
        String name,
        String mechanismType,
        String modality,
        List<String> incidenceLevels,
        Coverage coverage,
        @Nullable String purpose,
        List<String> legalFramework,
        String lifecycle,
        List<String> extraSeparationCauses) implements MechanismEvent {

    public ExistingMechanismRegistered {
        incidenceLevels = incidenceLevels == null ? List.of() : List.copyOf(incidenceLevels);
        legalFramework = legalFramework == null ? List.of() : List.copyOf(legalFramework);
        extraSeparationCauses = extraSeparationCauses == null ? List.of() : List.copyOf(extraSeparationCauses);
    }
}
