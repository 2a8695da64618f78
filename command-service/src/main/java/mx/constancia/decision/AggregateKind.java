package mx.constancia.decision;

import mx.constancia.events.StreamId;

/** The kinds of aggregates, each with its HTTP collection and its streams. */
public enum AggregateKind {

    /** Agencies and entities. */
    AGENCY("agencies") {
        @Override
        public String streamId(String id) {
            return StreamId.ofAgency(id);
        }
    },
    /** This installation of Constancia: what its operators order. */
    INSTALLATION("installation") {
        @Override
        public String streamId(String id) {
            return StreamId.ofInstallation(id);
        }
    },
    /** Citizen participation mechanisms. */
    MECHANISM("mechanisms") {
        @Override
        public String streamId(String id) {
            return StreamId.ofMechanism(id);
        }
    };

    private final String collection;

    AggregateKind(String collection) {
        this.collection = collection;
    }

    /** The first path segment of its resources. */
    public String collection() {
        return collection;
    }

    /** The path of the HTTP resource of the aggregate with this id. */
    public String path(String id) {
        return "/" + collection + "/" + id;
    }

    /** The stream of the aggregate with this id. */
    public abstract String streamId(String id);
}
