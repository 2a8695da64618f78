package mx.constancia.events.mechanism;

import org.jspecify.annotations.Nullable;

/**
 * The six contents of a public call (contenido de la convocatoria; G-18 I to VI).
 *
 * @param typeModalityIncidence I: type, modality and incidence level
 * @param purpose II: purpose of the mechanism
 * @param civilProfile III: profile of the civil society representatives
 * @param formationDeadlines IV: deadlines of the formation (plazos para la conformación)
 * @param geographicDemarcation V: geographical demarcation
 * @param responsibleOfficer VI: public servant in charge
 */
public record CallContent(
        @Nullable String typeModalityIncidence,
        @Nullable String purpose,
        @Nullable String civilProfile,
        @Nullable String formationDeadlines,
        @Nullable String geographicDemarcation,
        @Nullable String responsibleOfficer) {
}
