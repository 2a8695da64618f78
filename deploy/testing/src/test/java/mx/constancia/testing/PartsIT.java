package mx.constancia.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PartsIT {

    @Test
    void twoNewDatabasesDoNotSeeEachOther() throws SQLException {
        TestDatabase one = Parts.postgres().newDatabase();
        TestDatabase other = Parts.postgres().newDatabase();

        execute(one, "create table event (position bigint)");

        assertThat(tables(one)).isEqualTo(1);
        assertThat(tables(other)).isZero();
    }

    @Test
    void twoPrefixesGiveTwoSetsOfTopics() throws Exception {
        String one = Parts.kafka().newPrefix() + "events";
        String other = Parts.kafka().newPrefix() + "events";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(one, 1, (short) 1))).all().get();

            assertThat(admin.listTopics().names().get()).contains(one).doesNotContain(other);
        }
    }

    @Test
    void twoNewDatabaseUrisDoNotShareDocuments() {
        try (MongoClient client = MongoClients.create(Parts.mongo().connectionString("admin"))) {
            MongoCollection<Document> one = collection(client, Parts.mongo().newDatabaseUri());
            MongoCollection<Document> other = collection(client, Parts.mongo().newDatabaseUri());

            one.insertOne(new Document("_id", "M1"));

            assertThat(one.countDocuments()).isEqualTo(1);
            assertThat(other.countDocuments()).isZero();
        }
    }

    @Test
    void theOptionsOfAGivenAddressStayWhenTheDatabaseChanges() {
        TestMongo given = new TestMongo("mongodb://user:secret@one:27017,two:27017/admin?replicaSet=rs&authSource=admin");

        assertThat(given.connectionString("views"))
                .isEqualTo("mongodb://user:secret@one:27017,two:27017/views?replicaSet=rs&authSource=admin");
    }

    @Test
    void anOwnPostgresComesBackAtTheSameAddressWithItsData() throws SQLException {
        try (OwnPostgres own = Parts.ownPostgres()) {
            TestDatabase database = own.newDatabase();
            execute(database, "create table event (position bigint)");

            own.kill();
            assertThatThrownBy(() -> tables(database)).isInstanceOf(SQLException.class);
            own.start();
            assertThat(tables(database)).isEqualTo(1);

            own.stop();
            assertThatThrownBy(() -> tables(database)).isInstanceOf(SQLException.class);
            own.start();
            assertThat(tables(database)).isEqualTo(1);
        }
    }

    @Test
    void anOwnKafkaComesBackAtTheSameAddressWithItsTopics() throws Exception {
        try (OwnKafka own = Parts.ownKafka();
                Admin admin = Admin.create(Map.of("bootstrap.servers", own.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("events", 1, (short) 1))).all().get();

            own.stop();
            own.start();

            assertThat(admin.listTopics().names().get()).contains("events");
        }
    }

    @Test
    void anOwnMongoComesBackEmptyAtTheSameAddress() {
        try (OwnMongo own = Parts.ownMongo();
                MongoClient client = MongoClients.create(own.connectionString("views"))) {
            MongoCollection<Document> documents = client.getDatabase("views").getCollection("mechanism");
            documents.insertOne(new Document("_id", "M1"));

            own.stop();
            own.start();

            assertThat(documents.countDocuments()).isZero();
        }
    }

    private static MongoCollection<Document> collection(MongoClient client, String uri) {
        String database = uri.substring(uri.lastIndexOf('/') + 1);
        return client.getDatabase(database.replaceFirst("\\?.*", "")).getCollection("mechanism");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int tables(TestDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = 'public'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
