package mx.constancia.query.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;

import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether MongoDB answers. It asks with {@code ping}, which every product that speaks the protocol knows. */
@Component("mongoHealthIndicator")
class StoreHealth implements HealthIndicator {

    private static final Document PING = new Document("ping", 1);

    private final MongoDatabase database;

    StoreHealth(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            database.runCommand(PING);
            return Health.up().build();
        } catch (MongoException e) {
            return Health.down().withDetail("reason", e.getClass().getSimpleName()).build();
        }
    }
}
