package mx.constancia.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import mx.constancia.events.Actor;
import mx.constancia.history.AgencyState;
import mx.constancia.vocabulary.RecordMode;

/**
 * What surrounds a decision besides the state.
 *
 * @param aggregateId the aggregate's id, from the address of the request
 * @param occurredOn  the legal date of the fact (fecha del hecho)
 * @param today       the day of recording, in {@code zone}
 * @param zone        the zone of the agency's legal dates
 * @param recordMode  LIVE or HISTORICAL
 * @param rulebook    the rulebook for the legal date and jurisdiction
 * @param actor       who asks
 * @param agency      the responsible agency; empty while it is not registered
 */
public record Context(
        String aggregateId,
        LocalDate occurredOn,
        LocalDate today,
        ZoneId zone,
        RecordMode recordMode,
        Rulebook rulebook,
        Actor actor,
        Optional<AgencyState> agency) {

    /** Starts the judgement of a command. */
    public Judgement judge() {
        return new Judgement(this);
    }
}
