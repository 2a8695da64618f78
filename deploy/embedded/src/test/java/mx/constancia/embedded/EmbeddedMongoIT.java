package mx.constancia.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class EmbeddedMongoIT {

    @Test
    void aDocumentThatWasWrittenIsFoundByItsId() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start();
                MongoClient client = MongoClients.create(mongo.connectionString("constancia"))) {
            collection(client).insertOne(new Document("_id", "M1").append("version", 3));

            assertThat(collection(client).find(new Document("_id", "M1")).first()).containsEntry("version", 3);
        }
    }

    @Test
    void aStartOnTheSamePortIsEmpty() {
        int port;
        try (EmbeddedMongo mongo = EmbeddedMongo.start();
                MongoClient client = MongoClients.create(mongo.connectionString("constancia"))) {
            port = mongo.port();
            collection(client).insertOne(new Document("_id", "M1"));
        }

        try (EmbeddedMongo mongo = EmbeddedMongo.start(port);
                MongoClient client = MongoClients.create(mongo.connectionString("constancia"))) {
            assertThat(collection(client).countDocuments()).isZero();
        }
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("constancia").getCollection("mechanism");
    }
}
