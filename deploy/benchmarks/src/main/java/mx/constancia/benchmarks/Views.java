package mx.constancia.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import mx.constancia.query.store.MongoViewStore;
import mx.constancia.query.store.ViewStore;

/** The read models of a query service, read beside it with the service's own code. */
final class Views implements AutoCloseable {

    private final MongoClient client;
    private final ViewStore store;

    /** The views at this address. */
    Views(String mongo) {
        ConnectionString address = new ConnectionString(mongo);
        this.client = MongoClients.create(address);
        this.store = new MongoViewStore(client.getDatabase(address.getDatabase()));
    }

    /** Their store. */
    ViewStore store() {
        return store;
    }

    @Override
    public void close() {
        client.close();
    }
}
