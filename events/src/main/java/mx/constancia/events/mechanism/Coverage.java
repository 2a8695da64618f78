package mx.constancia.events.mechanism;

import java.util.List;

/**
 * Territorial coverage (cobertura territorial; G-29).
 *
 * @param scope NATIONAL, STATE, REGIONAL or MUNICIPAL_OR_LOCAL
 * @param states two-digit INEGI keys of the states
 * @param municipalities five-digit INEGI keys of the municipalities
 */
public record Coverage(
        String scope,
        List<String> states,
        List<String> municipalities) {

    public Coverage {
        states = states == null ? List.of() : List.copyOf(states);
        municipalities = municipalities == null ? List.of() : List.copyOf(municipalities);
    }
}
