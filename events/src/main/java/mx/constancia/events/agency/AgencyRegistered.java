package mx.constancia.events.agency;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * An agency or entity was registered (registro de la dependencia o entidad; G-2).
 *
 * @param agencyId short id, such as {@code segob}
 * @param name official name
 * @param kind AGENCY or ENTITY
 * @param jurisdiction order of government; decides the rulebook (G-2)
 * @param labourRegime A or B; selects the calendar of business days
 * @param timeZone IANA zone of its seat; legal dates are dates in this zone
 * @param legalCreation the norm that created it
 */
@EventType("agency.agency-registered.v1")
public record AgencyRegistered(
        String agencyId,
        String name,
        String kind,
        String jurisdiction,
        @Nullable String labourRegime,
        String timeZone,
        @Nullable String legalCreation) implements AgencyEvent {
}
