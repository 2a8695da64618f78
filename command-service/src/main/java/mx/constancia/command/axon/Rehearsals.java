package mx.constancia.command.axon;

import java.time.Clock;
import java.time.Period;

import mx.constancia.decision.Rehearsal;

/**
 * Begins rehearsals of commands.
 *
 * @param aggregates where the aggregates are read from
 * @param agencies   the agencies as decisions see them
 * @param clock      the time of the decisions
 * @param lateAfter  see {@link CommandProperties}
 * @param maxEvents  events that a rehearsal may keep in memory
 */
record Rehearsals(AggregateReader aggregates, AgencyDirectory agencies, Clock clock, Period lateAfter, int maxEvents) {

    Rehearsal begin() {
        return new MemoryRehearsal(this);
    }
}
