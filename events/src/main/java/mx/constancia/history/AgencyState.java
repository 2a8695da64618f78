package mx.constancia.history;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.RecordedEvent;
import mx.constancia.events.agency.AgencyEvent;
import mx.constancia.events.agency.AgencyRegistered;

/**
 * An agency or entity (dependencia o entidad; G-2).
 *
 * @param agencyId      its id
 * @param version       number of events folded
 * @param name          official name
 * @param kind          AGENCY or ENTITY
 * @param jurisdiction  order of government; decides the rulebook
 * @param labourRegime  A or B
 * @param timeZone      IANA zone of its seat
 * @param legalCreation the norm that created it
 */
public record AgencyState(
        String agencyId,
        long version,
        String name,
        String kind,
        String jurisdiction,
        @Nullable String labourRegime,
        String timeZone,
        @Nullable String legalCreation) {

    /** The fold of an agency's stream. */
    public static AgencyState evolve(Optional<AgencyState> state, RecordedEvent recorded) {
        if (!(recorded.event() instanceof AgencyEvent event)) {
            throw new IllegalArgumentException("not an agency's event: " + recorded.eventId());
        }
        return switch (event) {
            case AgencyRegistered e -> new AgencyState(e.agencyId(), recorded.version(), e.name(), e.kind(), e.jurisdiction(),
                    e.labourRegime(), e.timeZone(), e.legalCreation());
        };
    }
}
