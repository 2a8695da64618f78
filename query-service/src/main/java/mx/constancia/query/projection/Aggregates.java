package mx.constancia.query.projection;

import java.util.List;
import java.util.Optional;

import mx.constancia.events.StreamId;
import mx.constancia.history.AgencyState;
import mx.constancia.history.Fold;
import mx.constancia.history.InstallationState;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.query.agency.AgencyDocuments;
import mx.constancia.query.installation.InstallationDocuments;
import mx.constancia.query.mechanism.MechanismDocuments;
import mx.constancia.query.store.View;

import org.bson.Document;

/** The kinds of aggregates that this build knows. */
final class Aggregates {

    static final Aggregate<MechanismState> MECHANISM = new Aggregate<>() {

        @Override
        public boolean owns(String streamId) {
            return StreamId.isMechanism(streamId);
        }

        @Override
        public View view() {
            return View.MECHANISMS;
        }

        @Override
        public Fold<MechanismState> fold() {
            return MechanismHistory::evolve;
        }

        @Override
        public MechanismState read(Document document) {
            return MechanismDocuments.state(document);
        }

        @Override
        public Document write(MechanismState state) {
            return MechanismDocuments.of(state);
        }
    };

    static final Aggregate<AgencyState> AGENCY = new Aggregate<>() {

        @Override
        public boolean owns(String streamId) {
            return StreamId.isAgency(streamId);
        }

        @Override
        public View view() {
            return View.AGENCIES;
        }

        @Override
        public Fold<AgencyState> fold() {
            return AgencyState::evolve;
        }

        @Override
        public AgencyState read(Document document) {
            return AgencyDocuments.state(document);
        }

        @Override
        public Document write(AgencyState state) {
            return AgencyDocuments.of(state);
        }
    };

    static final Aggregate<InstallationState> INSTALLATION = new Aggregate<>() {

        @Override
        public boolean owns(String streamId) {
            return StreamId.isInstallation(streamId);
        }

        @Override
        public View view() {
            return View.INSTALLATIONS;
        }

        @Override
        public Fold<InstallationState> fold() {
            return InstallationState::evolve;
        }

        @Override
        public InstallationState read(Document document) {
            return InstallationDocuments.state(document);
        }

        @Override
        public Document write(InstallationState state) {
            return InstallationDocuments.of(state);
        }
    };

    private static final List<Aggregate<?>> ALL = List.of(MECHANISM, AGENCY, INSTALLATION);

    private Aggregates() {
    }

    /** The kind of a stream's aggregate; empty when this build does not know it. */
    static Optional<Aggregate<?>> of(String streamId) {
        return ALL.stream().<Aggregate<?>>map(kind -> kind).filter(kind -> kind.owns(streamId)).findFirst();
    }
}
