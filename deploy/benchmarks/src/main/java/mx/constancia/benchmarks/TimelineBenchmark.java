package mx.constancia.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Random;

import mx.constancia.local.HostedService;
import mx.constancia.query.timeline.TimelinePages;

import org.HdrHistogram.Histogram;

/** Pages of a long timeline, against reading the same events from the store. */
final class TimelineBenchmark implements Benchmark {

    private static final String MECHANISM = MadeUpLog.mechanism(0);
    private static final double LIMIT_MILLIS = 5;

    @Override
    public String shows() {
        return "How long a page of a mechanism's timeline takes over HTTP, against reading the same events from the store.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("events", 2_000, "events of the mechanism"), new Size("page", 50, "entries of a page"),
                new Size("questions", 500, "pages a round"), Size.rounds(5));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        int events = sizes.count("events");
        int page = sizes.count("page");
        int questions = sizes.count("questions");
        String mongo = stage.mongo();
        PublishedLog topic = stage.opened(PublishedLog.create(stage.kafka()));
        topic.send(new MadeUpLog(1), events + 1);
        HostedService service = stage.queryService(mongo, Map.of());
        QueryClient client = stage.opened(new QueryClient(service.port()));
        client.awaitVisible(events);
        Views views = stage.opened(new Views(mongo));
        TimelinePages timeline = new TimelinePages(views.store());
        Random random = new Random(1);

        Table table = report.table(Table.measure("A page of " + page + " of " + events + " entries", sizes.count("rounds"), List.of(
                new Variant("events from the store", () -> Sample.latencies(reads(timeline, questions, page, events, random))),
                new Variant("any page", () -> Sample.latencies(client.times(questions, question ->
                        "/mechanisms/" + MECHANISM + "/timeline?limit=" + page + "&after=" + random.nextInt(Math.max(1, events - page))))),
                new Variant("newest page", () -> Sample.latencies(client.times(questions, question ->
                        "/mechanisms/" + MECHANISM + "/timeline?order=desc&limit=" + page))))));
        for (String asked : List.of("any page", "newest page")) {
            report.below(asked + ": p50 under 5 ms", LIMIT_MILLIS, table.row(asked, "p50 ms").value().median());
        }
    }

    private static Histogram reads(TimelinePages timeline, int questions, int page, int events, Random random) {
        Histogram times = new Histogram(3);
        for (int question = 0; question < questions; question++) {
            long first = 1 + random.nextInt(Math.max(1, events - page));
            long began = System.nanoTime();
            timeline.read(MECHANISM, first, first + page - 1);
            times.recordValue(System.nanoTime() - began);
        }
        return times;
    }
}
