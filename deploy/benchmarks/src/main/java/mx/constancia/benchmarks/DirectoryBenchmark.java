package mx.constancia.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import mx.constancia.query.store.View;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import org.HdrHistogram.Histogram;
import org.bson.Document;
import org.bson.conversions.Bson;

/** {@code directory}: a search in the directory of mechanisms (G-38), against the same query by the driver alone. */
final class DirectoryBenchmark implements Benchmark {

    private static final int LINES = 50;

    @Override
    public String shows() {
        return "How long a search in the directory takes over HTTP, by name and by type, against the same query by the driver alone.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("mechanisms", 2_000, "mechanisms in the directory"), new Size("questions", 200, "searches a round"), Size.rounds(5));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        int mechanisms = sizes.count("mechanisms");
        int questions = sizes.count("questions");
        String mongo = stage.mongo();
        PublishedLog topic = stage.opened(PublishedLog.create(stage.kafka()));
        // Each is proposed and determined.
        int events = 1 + 2 * mechanisms;
        topic.send(new MadeUpLog(mechanisms), events);
        QueryClient client = stage.opened(new QueryClient(stage.queryService(mongo, Map.of()).port()));
        client.awaitVisible(events - 1);
        ConnectionString address = new ConnectionString(mongo);
        MongoClient driver = stage.opened(MongoClients.create(address));
        MongoCollection<Document> collection = driver.getDatabase(address.getDatabase()).getCollection(View.MECHANISMS.collection());
        Random random = new Random(1);

        report.table(Table.measure("A search among " + mechanisms + " mechanisms", sizes.count("rounds"), List.of(
                new Variant("one mechanism by words, driver alone", () -> Sample.latencies(finds(collection, questions, () ->
                        Filters.and(Filters.regex("words", "^consultivo"), Filters.regex("words", "^" + number(random, mechanisms)))))),
                new Variant("one mechanism by words", () -> Sample.latencies(client.times(questions, question ->
                        "/directory?q=consultivo%20" + number(random, mechanisms)))),
                new Variant("a page of one type", () -> Sample.latencies(client.times(questions, question ->
                        "/directory?type=ADVISORY&limit=" + LINES))),
                new Variant("state of a mechanism", () -> Sample.latencies(client.times(questions, question ->
                        "/mechanisms/" + MadeUpLog.mechanism(random.nextInt(mechanisms))))))));
        report.note("The stand-in has no index over words and looks at every mechanism; MongoDB has one.");
    }

    /** Of the upper half, so that no other number begins with it. */
    private static String number(Random random, int mechanisms) {
        return Integer.toString(mechanisms / 2 + random.nextInt(mechanisms / 2));
    }

    private static Histogram finds(MongoCollection<Document> collection, int questions, Supplier<Bson> search) {
        Histogram times = new Histogram(3);
        for (int question = 0; question < questions; question++) {
            Bson filter = search.get();
            long began = System.nanoTime();
            collection.find(filter).limit(LINES).forEach(document -> { });
            times.recordValue(System.nanoTime() - began);
        }
        return times;
    }
}
