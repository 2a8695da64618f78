package mx.constancia.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;

import mx.constancia.events.EventCodec;
import mx.constancia.events.StoredEvent;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.local.HostedService;
import mx.constancia.query.timeline.TimelinePages;

import org.HdrHistogram.Histogram;

/** Moments of a long history, against the fold of all its events up to there. */
final class AsOfBenchmark implements Benchmark {

    private static final String MECHANISM = MadeUpLog.mechanism(0);
    private static final Fold<MechanismState> FOLD = MechanismHistory::evolve;
    private static final double LIMIT_MILLIS = 10;

    @Override
    public String shows() {
        return "How long a question about a moment of a mechanism's past takes over HTTP, against reading and folding all of its events up to there.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("events", 2_000, "events of the mechanism"), new Size("questions", 300, "questions a round and clock"),
                Size.rounds(5));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        int events = sizes.count("events");
        int questions = sizes.count("questions");
        String mongo = stage.mongo();
        PublishedLog topic = stage.opened(PublishedLog.create(stage.kafka()));
        topic.send(new MadeUpLog(1), events + 1);
        HostedService service = stage.queryService(mongo, Map.of());
        QueryClient client = stage.opened(new QueryClient(service.port()));
        client.awaitVisible(events);
        Views views = stage.opened(new Views(mongo));
        TimelinePages timeline = new TimelinePages(views.store());
        List<StoredEvent> life = timeline.read(MECHANISM, 1, events);
        Random random = new Random(1);
        IntFunction<StoredEvent> any = question -> life.get(random.nextInt(life.size()));

        Table table = report.table(Table.measure("A moment of " + events + " events", sizes.count("rounds"), List.of(
                new Variant("fold of all events", () -> Sample.latencies(folds(timeline, Math.max(1, questions / 10), random, events))),
                asked("atVersion", client, questions, any, event -> "atVersion=" + event.version()),
                asked("atPosition", client, questions, any, event -> "atPosition=" + event.position()),
                asked("asOf", client, questions, any, event -> "asOf=" + event.recordedAt()),
                asked("happenedBy", client, questions, any, event -> "happenedBy=" + occurredOn(event)),
                asked("happenedBy and asOf", client, questions, any, event -> "happenedBy=" + occurredOn(event) + "&asOf=" + event.recordedAt()))));
        for (String clock : List.of("atVersion", "atPosition", "asOf", "happenedBy", "happenedBy and asOf")) {
            report.below(clock + ": p50 under 10 ms", LIMIT_MILLIS, table.row(clock, "p50 ms").value().median());
        }
        report.note("The fold runs in the benchmark without HTTP and without rendering its state; the questions include both. Random moments, the "
                + "same mechanism: the service has folded it once, in the round that does not count.");
    }

    private static Variant asked(String name, QueryClient client, int questions, IntFunction<StoredEvent> any,
            Function<StoredEvent, String> moment) {
        return new Variant(name, () -> Sample.latencies(client.times(questions, question ->
                "/mechanisms/" + MECHANISM + "?" + moment.apply(any.apply(question)))));
    }

    private static Histogram folds(TimelinePages timeline, int questions, Random random, int events) {
        Histogram times = new Histogram(3);
        for (int question = 0; question < questions; question++) {
            long began = System.nanoTime();
            FOLD.replay(timeline.read(MECHANISM, 1, 1 + random.nextInt(events)).stream().map(EventCodec::decode)::iterator).orElseThrow();
            times.recordValue(System.nanoTime() - began);
        }
        return times;
    }

    private static LocalDate occurredOn(StoredEvent event) {
        return EventCodec.decodeEnvelope(event).occurredOn();
    }
}
