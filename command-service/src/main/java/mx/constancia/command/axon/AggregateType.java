package mx.constancia.command.axon;

import java.time.ZoneId;
import java.util.function.Function;

import mx.constancia.decision.AggregateKind;
import mx.constancia.events.StreamId;
import mx.constancia.history.AgencyState;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.Jurisdiction;

/**
 * What turns a state record into an event-sourced aggregate.
 *
 * @param kind           the kind of aggregate
 * @param state          the state's record
 * @param fold           from events to state
 * @param responsibility whose facts the aggregate's are
 * @param revision       the shape of the state; snapshots of another shape are ignored
 */
record AggregateType<S>(
        AggregateKind kind, Class<S> state, Fold<S> fold, Function<S, Responsibility> responsibility, String revision) {

    static final AggregateType<AgencyState> AGENCY = of(AggregateKind.AGENCY, AgencyState.class, AgencyState::evolve,
            s -> new Responsibility(s.agencyId(), ZoneId.of(s.timeZone()), Jurisdiction.valueOf(s.jurisdiction())));

    static final AggregateType<MechanismState> MECHANISM = of(AggregateKind.MECHANISM, MechanismState.class, MechanismHistory::evolve,
            s -> new Responsibility(s.agencyId(), ZoneId.of(s.timeZone()), Jurisdiction.valueOf(s.jurisdiction())));

    private static <S> AggregateType<S> of(
            AggregateKind kind, Class<S> state, Fold<S> fold, Function<S, Responsibility> responsibility) {
        return new AggregateType<>(kind, state, fold, responsibility, RecordShape.digest(state));
    }

    static AggregateType<?> of(AggregateKind kind) {
        return switch (kind) {
            case AGENCY -> AGENCY;
            case MECHANISM -> MECHANISM;
        };
    }

    static AggregateType<?> ofStream(String streamId) {
        if (StreamId.isMechanism(streamId)) {
            return MECHANISM;
        }
        if (StreamId.isAgency(streamId)) {
            return AGENCY;
        }
        throw new IllegalArgumentException("no aggregate has the stream " + streamId);
    }
}
