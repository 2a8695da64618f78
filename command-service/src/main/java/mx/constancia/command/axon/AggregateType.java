package mx.constancia.command.axon;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

import mx.constancia.decision.AggregateKind;
import mx.constancia.events.StreamId;
import mx.constancia.history.AgencyState;
import mx.constancia.history.Fold;
import mx.constancia.history.InstallationState;
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
 * @param beginning      the state before the first event, by id; empty for an aggregate that has to be created
 * @param revision       the shape of the state; snapshots of another shape are ignored
 */
record AggregateType<S>(
        AggregateKind kind, Class<S> state, Fold<S> fold, Function<S, Responsibility> responsibility,
        Function<String, Optional<S>> beginning, String revision) {

    private static final ZoneId INSTALLATION_ZONE = ZoneId.of("America/Mexico_City");

    static final AggregateType<AgencyState> AGENCY = created(AggregateKind.AGENCY, AgencyState.class, AgencyState::evolve,
            s -> new Responsibility(s.agencyId(), ZoneId.of(s.timeZone()), Jurisdiction.valueOf(s.jurisdiction())));

    static final AggregateType<MechanismState> MECHANISM = created(AggregateKind.MECHANISM, MechanismState.class, MechanismHistory::evolve,
            s -> new Responsibility(s.agencyId(), ZoneId.of(s.timeZone()), Jurisdiction.valueOf(s.jurisdiction())));

    /** The only installation is the one that keeps this log; it answers for itself, and no order of government binds it. */
    static final AggregateType<InstallationState> INSTALLATION = new AggregateType<>(
            AggregateKind.INSTALLATION, InstallationState.class, InstallationState::evolve,
            s -> new Responsibility(s.installationId(), INSTALLATION_ZONE, Jurisdiction.OTHER),
            id -> Optional.of(id).filter(InstallationState.THIS::equals).map(InstallationState::beginning),
            RecordShape.digest(InstallationState.class));

    private static <S> AggregateType<S> created(
            AggregateKind kind, Class<S> state, Fold<S> fold, Function<S, Responsibility> responsibility) {
        return new AggregateType<>(kind, state, fold, responsibility, id -> Optional.empty(), RecordShape.digest(state));
    }

    static AggregateType<?> of(AggregateKind kind) {
        return switch (kind) {
            case AGENCY -> AGENCY;
            case INSTALLATION -> INSTALLATION;
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
        if (StreamId.isInstallation(streamId)) {
            return INSTALLATION;
        }
        throw new IllegalArgumentException("no aggregate has the stream " + streamId);
    }
}
