package mx.constancia.query.store;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final String DEFAULT_DATABASE = "constancia";

    /** The driver's own limits would let a request wait for half a minute when MongoDB is away. */
    @Bean
    MongoClientSettingsBuilderCustomizer timeouts(StoreProperties properties) {
        long millis = properties.timeout().toMillis();
        return settings -> settings
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket
                        .connectTimeout((int) millis, TimeUnit.MILLISECONDS)
                        .readTimeout((int) (5 * millis), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(properties.connections()).maxWaitTime(millis, TimeUnit.MILLISECONDS));
    }

    /** What questions are answered from: the living generation, whichever it is. */
    @Bean
    ViewStore livingViews(Generations generations) {
        return new MongoViewStore(generations::collection);
    }

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails details) {
        return client.getDatabase(Objects.requireNonNullElse(details.getConnectionString().getDatabase(), DEFAULT_DATABASE));
    }
}
