package mx.constancia.query.projection;

import java.util.List;
import java.util.Optional;

import mx.constancia.events.StreamId;
import mx.constancia.history.AgencyState;
import mx.constancia.history.InstallationState;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.query.agency.AgencyDocuments;
import mx.constancia.query.installation.InstallationDocuments;
import mx.constancia.query.mechanism.MechanismDocuments;
import mx.constancia.query.store.View;

/** The kinds of aggregates that this build knows. */
final class Aggregates {

    static final Aggregate<MechanismState> MECHANISM = new Aggregate<>(
            StreamId::isMechanism, View.MECHANISMS, MechanismHistory::evolve, MechanismDocuments::state, MechanismDocuments::of);
    static final Aggregate<AgencyState> AGENCY = new Aggregate<>(
            StreamId::isAgency, View.AGENCIES, AgencyState::evolve, AgencyDocuments::state, AgencyDocuments::of);
    static final Aggregate<InstallationState> INSTALLATION = new Aggregate<>(
            StreamId::isInstallation, View.INSTALLATIONS, InstallationState::evolve, InstallationDocuments::state, InstallationDocuments::of);

    private static final List<Aggregate<?>> ALL = List.of(MECHANISM, AGENCY, INSTALLATION);

    private Aggregates() {
    }

    /** The kind of a stream's aggregate; empty when this build does not know it. */
    static Optional<Aggregate<?>> of(String streamId) {
        return ALL.stream().<Aggregate<?>>map(kind -> kind).filter(kind -> kind.owns(streamId)).findFirst();
    }
}
