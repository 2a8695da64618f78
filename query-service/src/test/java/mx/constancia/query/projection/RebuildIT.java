package mx.constancia.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import mx.constancia.query.History;
import mx.constancia.query.Views;
import mx.constancia.query.store.FailingViewStore;
import mx.constancia.query.store.Generations;
import mx.constancia.query.store.InMemoryViewStore;
import mx.constancia.query.store.MongoViewStore;
import mx.constancia.query.store.View;
import mx.constancia.testing.Parts;

import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The documents in MongoDB, one by one, after a reader died, against those of a rebuild. */
class RebuildIT {

    private static final History LOG = Histories.of(new Random(7).ints(80, 0, 18).boxed().toList());
    private static final JsonWriterSettings EXACT = JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static MongoClient client;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Parts.mongo().uri());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void aReaderThatDiesAtAnyWriteLeavesWhatARebuildGives() {
        Partitions topic = Partitions.of(LOG.events());
        MongoDatabase rebuilt = newDatabase();
        topic.readInto(prepared(rebuilt));

        boolean died = true;
        for (int healthyWrites = 0; died; healthyWrites++) {
            MongoDatabase database = newDatabase();
            FailingViewStore failing = new FailingViewStore(prepared(database), healthyWrites);
            topic.readInto(failing, partition -> 16);
            died = failing.died();

            assertThat(Views.documents(database, Generations.FIRST)).as("after %d writes", healthyWrites).isEqualTo(Views.documents(rebuilt, Generations.FIRST));
            database.drop();
        }
    }

    @Test
    void mongoDbKeepsWhatTheContractOfTheStorePromises() {
        Partitions topic = Partitions.of(LOG.events());
        MongoDatabase database = newDatabase();
        InMemoryViewStore contract = new InMemoryViewStore();

        topic.readInto(prepared(database));
        topic.readInto(contract);

        Map<View, Map<String, Document>> promised = contract.documents();
        promised.values().forEach(documents -> documents.replaceAll((id, document) -> Document.parse(document.toJson(EXACT))));
        assertThat(Views.documents(database, Generations.FIRST)).isEqualTo(promised);
    }

    private static MongoViewStore prepared(MongoDatabase database) {
        MongoViewStore store = new MongoViewStore(database);
        store.prepare();
        return store;
    }

    private static MongoDatabase newDatabase() {
        return client.getDatabase(new ConnectionString(Parts.mongo().newDatabaseUri()).getDatabase());
    }
}
