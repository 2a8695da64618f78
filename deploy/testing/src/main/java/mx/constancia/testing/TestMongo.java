package mx.constancia.testing;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.constancia.embedded.EmbeddedMongo;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * A MongoDB server.
 *
 * @param uri its address; options are kept, a database in it is not
 */
public record TestMongo(String uri) {

    private static final String IMAGE = "mongo:8.0";
    private static final Pattern URI = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(\\?.*)?");

    static TestMongo inContainer() {
        MongoDBContainer container = AtExit.close(new MongoDBContainer(IMAGE).withReplicaSet());
        container.start();
        return new TestMongo(container.getReplicaSetUrl());
    }

    static TestMongo embedded() {
        return new TestMongo(AtExit.close(EmbeddedMongo.start()).connectionString(""));
    }

    /** The address with this database as the default one. */
    public String connectionString(String database) {
        Matcher matcher = URI.matcher(uri);
        if (!matcher.matches()) {
            throw new IllegalStateException("Not an address of a MongoDB server");
        }
        return matcher.group(1) + "/" + database + Objects.requireNonNullElse(matcher.group(2), "");
    }

    /** The address with a default database that no other test knows. */
    public String newDatabaseUri() {
        return connectionString(Names.next("test_"));
    }
}
