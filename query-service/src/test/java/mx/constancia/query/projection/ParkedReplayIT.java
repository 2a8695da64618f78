package mx.constancia.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.events.mechanism.CallContent;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.query.History;
import mx.constancia.query.Views;
import mx.constancia.query.store.Generations;
import mx.constancia.query.store.KeysetList;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;
import mx.constancia.testing.Parts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that cannot be projected, in documents of MongoDB. */
class ParkedReplayIT {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private final History history = new History().agency("segob").proposed("consejo", "segob", "Consejo").determined("consejo", "segob")
            .called("consejo", "segob", "C-1").proposed("comite", "segob", "Comité").determined("comite", "segob");
    private MongoClient client;
    private Generations generations;
    private ViewStore store;
    private MongoDatabase database;

    @BeforeEach
    void connect() {
        ConnectionString address = new ConnectionString(Parts.mongo().newDatabaseUri());
        client = MongoClients.create(address);
        database = client.getDatabase(address.getDatabase());
        generations = new Generations(database);
        store = generations.of(Generations.FIRST);
        store.prepare();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void whatAnOlderBuildCouldNotReadIsFoldedWhenItIsReplayed() {
        List<StoredEvent> events = history.events();
        Partitions.withUnknown(events.get(2), events).readInto(store);
        // Its entry in the log would be the same for both builds.
        store.write(View.LOG, List.of(new Write.Delete(Long.toString(events.get(2).position()))));
        assertThat(store.find(View.PARKED, List.of("mechanism-consejo/2", "mechanism-consejo/3"))).hasSize(2);
        Partitions newerBuild = Partitions.of(events);
        newerBuild.readInto(store);
        assertThat(store.isEmpty(View.PARKED)).isFalse();

        new ParkedReplay(store, new KeysetList(generations)).replay(null);
        newerBuild.readInto(store);

        assertThat(store.isEmpty(View.PARKED)).isTrue();
        assertThat(documents()).isEqualTo(rebuilt(newerBuild));
    }

    @Test
    void theReplayOfOneStreamLeavesOtherPartitionsAlone() {
        List<StoredEvent> events = history.events();
        Partitions topic = new Partitions();
        topic.send(events.get(0));
        topic.send(events.get(1));
        topic.sendWithType(events.get(2), "mechanism.mechanism-determined.v9");
        topic.readInto(store);

        new ParkedReplay(store, new KeysetList(generations)).replay("agency-segob");

        assertThat(new Projector(store).next(Partitions.partitions())).isEqualTo(positions(topic));
    }

    @Test
    void aMechanismThatGrowsBeyondTheLimitOfADocumentIsParkedAndTheRestGoesOn() {
        String text = "x".repeat(900_000);
        for (int number = 1; number <= 24; number++) {
            history.record(StreamId.ofMechanism("consejo"), "segob",
                    new CallOpened("G-" + number, new CallContent(text, "II", "III", "IV", "V", "VI"), DAY, DAY.plusDays(30),
                            List.of("GOB_MX_PARTICIPA"), List.of()));
        }
        history.called("comite", "segob", "C-1");
        Partitions topic = Partitions.of(history.events());

        topic.readInto(store, partition -> 7);

        long version = store.find(View.MECHANISMS, List.of("consejo")).get("consejo").getLong("version");
        assertThat(version).isBetween(15L, 26L);
        assertThat(store.find(View.PARKED, List.of("mechanism-consejo/" + (version + 1))).values())
                .singleElement().satisfies(parked -> assertThat(parked.getString("reason")).contains("larger"));
        assertThat(store.find(View.MECHANISMS, List.of("comite")).get("comite").getLong("version")).isEqualTo(3);
        assertThat(documents()).isEqualTo(rebuilt(topic));
    }

    private Map<Integer, Long> positions(Partitions topic) {
        ViewStore other = generations.of(7);
        other.prepare();
        topic.readInto(other);
        return new Projector(other).next(Partitions.partitions());
    }

    private Object documents() {
        return Views.documents(database, Generations.FIRST);
    }

    private Object rebuilt(Partitions topic) {
        ViewStore other = generations.of(2);
        other.prepare();
        topic.readInto(other);
        return Views.documents(database, 2);
    }
}
