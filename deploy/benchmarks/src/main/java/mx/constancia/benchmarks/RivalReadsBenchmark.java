package mx.constancia.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import mx.constancia.benchmarks.rivals.Alternative;
import mx.constancia.benchmarks.rivals.AxonStock;
import mx.constancia.benchmarks.rivals.EnversAudit;
import mx.constancia.benchmarks.rivals.FlowableCases;
import mx.constancia.embedded.EmbeddedPostgreSql;
import mx.constancia.events.StoredEvent;
import mx.constancia.history.MechanismState;
import mx.constancia.history.Moment;
import mx.constancia.query.http.Reader;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.mechanism.MechanismDocuments;
import mx.constancia.query.past.Histories;
import mx.constancia.query.past.States;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.timeline.TimelinePages;
import mx.constancia.query.timeline.Timelines;

/** {@code rival-reads}: the whole timeline of a mechanism, and its past state, beside what users would pick instead. */
final class RivalReadsBenchmark implements Benchmark {

    private static final String HTTP = "Constancia over HTTP";
    private static final String IN_PROCESS = "Constancia in process";
    private static final String RATE = "operations/s";
    /** Entries that a page over HTTP has at most. */
    private static final int PAGE = 200;

    @Override
    public String shows() {
        return "how many whole timelines and past states a second Constancia answers, beside Axon's own storage, Envers and Flowable.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("changes", 500, "appointments of each mechanism"), new Size("clients", 8, "clients, and mechanisms"),
                new Size("seconds", 3, "time of one variant in one round"), Size.rounds(3),
                new Size("warm", 5, "seconds of questions to each before the first round"));
    }

    /** A question about a mechanism, and how many changes or members its answer has. */
    private interface Question {

        int ask(String mechanism) throws Exception;
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        int changes = sizes.count("changes");
        int half = changes / 2;
        int clients = sizes.count("clients");
        EmbeddedPostgreSql postgres = stage.postgres();
        Map<String, Alternative> alternatives = new LinkedHashMap<>();
        alternatives.put("Axon, its JDBC storage", stage.opened(
                AxonStock.withAggregatesInMemory(database(postgres, "axon"), postgres.user(), postgres.password())));
        alternatives.put("Hibernate with Envers", stage.opened(new EnversAudit(database(postgres, "envers"), postgres.user(), postgres.password())));
        alternatives.put("Flowable CMMN, full history",
                stage.opened(new FlowableCases(database(postgres, "flowable"), postgres.user(), postgres.password())));
        for (Alternative alternative : alternatives.values()) {
            fill(clients, mechanism -> {
                alternative.begin(mechanism(mechanism));
                for (int seat = 1; seat <= changes; seat++) {
                    alternative.appoint(mechanism(mechanism), "s-" + seat);
                }
            });
        }
        String mongo = stage.mongo();
        publish(stage, clients, changes);
        QueryClient http = stage.opened(new QueryClient(stage.queryService(mongo, Map.of()).port()));
        http.awaitVisible((long) clients * (changes + 1));
        ViewStore views = stage.opened(new Views(mongo)).store();
        TimelinePages pages = new TimelinePages(views);
        Timelines kept = new Timelines(pages);
        States<MechanismState> past = new Histories(views, pages, new VisibleHead(views), Clock.systemUTC()).of(MechanismDocuments.PAST);

        Map<String, Question> timelines = new LinkedHashMap<>();
        timelines.put(IN_PROCESS, mechanism -> kept.read(mechanism, 2, changes + 1, changes + 1).stream()
                .map(fact -> fact.entry(Reader.PUBLIC)).toList().size());
        timelines.put(HTTP, mechanism -> {
            int entries = 0;
            for (int after = 1; after <= changes; after += PAGE) {
                http.ask("/mechanisms/" + mechanism + "/timeline?limit=" + PAGE + "&after=" + after);
                entries += Math.min(PAGE, changes + 1 - after);
            }
            return entries;
        });
        alternatives.forEach((name, alternative) -> timelines.put(name, mechanism -> alternative.timeline(mechanism).size()));
        compare(sizes, report, "Timeline of a mechanism with " + changes + " changes", timelines, alternatives.keySet(), changes);

        Map<String, Question> states = new LinkedHashMap<>();
        Moment moment = new Moment(new Moment.Known.ToVersion(half + 1), null);
        states.put(IN_PROCESS, mechanism -> past.state(mechanism, moment).appointments().size());
        states.put(HTTP, mechanism -> {
            http.ask("/mechanisms/" + mechanism + "?atVersion=" + (half + 1));
            return half;
        });
        for (Map.Entry<String, Alternative> alternative : alternatives.entrySet()) {
            Map<String, String> moments = new LinkedHashMap<>();
            for (int number = 0; number < clients; number++) {
                moments.put(mechanism(number), alternative.getValue().momentAfter(mechanism(number), half));
            }
            states.put(alternative.getKey(), mechanism -> alternative.getValue().membersAt(mechanism, moments.get(mechanism)).size());
        }
        compare(sizes, report, "Members of a mechanism after " + half + " of " + changes + " changes", states, alternatives.keySet(), half);
        report.note("Each client asks about a mechanism of its own. The alternatives answer in process with objects; Constancia in process does so "
                + "with the query side's own code beside it, and over HTTP with whole answers in JSON, a timeline in pages of " + PAGE
                + ". Both keep pages of events that are full, and states from which to fold on, and ask the views whether these still hold. The views are in the stand-in for MongoDB; the alternatives read PostgreSQL from its cache.");
    }

    private static void compare(Sizes sizes, Report report, String title, Map<String, Question> questions, Iterable<String> alternatives, int expected)
            throws Exception {
        int clients = sizes.count("clients");
        List<Variant> variants = new ArrayList<>();
        for (Map.Entry<String, Question> question : questions.entrySet()) {
            asked(question.getValue(), clients, sizes.get("warm"), expected);
            variants.add(new Variant(question.getKey(), () -> asked(question.getValue(), clients, sizes.get("seconds"), expected)));
        }
        Table table = report.table(Table.measure(title, sizes.count("rounds"), variants));
        for (String own : List.of(IN_PROCESS, HTTP)) {
            double times = Double.MAX_VALUE;
            for (String alternative : alternatives) {
                times = Math.min(times, table.times(own, alternative, RATE));
            }
            report.atLeast(title + ", " + own + ": at least 3 times the best alternative", 3, times);
        }
    }

    private static Sample asked(Question question, int clients, long seconds, int expected) throws Exception {
        return Drive.run(clients, seconds, client -> () -> {
            int found = question.ask(mechanism(client));
            if (found != expected) {
                throw new IllegalStateException("an answer with " + found + " instead of " + expected);
            }
        });
    }

    /** Records the same appointments with commands, and publishes them as the relay does. */
    private static void publish(Stage stage, int clients, int changes) throws Exception {
        EmbeddedPostgreSql postgres = stage.postgres();
        String url = database(postgres, "constancia");
        try (CommandNode node = new CommandNode(url, postgres.user(), postgres.password())) {
            int set = node.begin(clients);
            fill(clients, mechanism -> {
                for (int seat = 1; seat <= changes; seat++) {
                    node.appoint(set, mechanism, "s-" + seat);
                }
            });
        }
        PublishedLog topic = stage.opened(PublishedLog.create(stage.kafka()));
        try (Connection connection = DriverManager.getConnection(url, postgres.user(), postgres.password())) {
            List<StoredEvent> log = StoredLog.read(connection);
            topic.send(log);
        }
    }

    /** Work on each mechanism. */
    private interface Filling {

        void fill(int mechanism) throws Exception;
    }

    private static void fill(int mechanisms, Filling filling) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(mechanisms)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int number = 0; number < mechanisms; number++) {
                int mechanism = number;
                work.add(() -> {
                    filling.fill(mechanism);
                    return null;
                });
            }
            for (Future<Void> each : workers.invokeAll(work)) {
                each.get();
            }
        }
    }

    /** As the command node calls those that it begins first. */
    private static String mechanism(int number) {
        return "m-0-" + number;
    }

    private static String database(EmbeddedPostgreSql postgres, String name) throws Exception {
        postgres.createDatabase(name);
        return postgres.jdbcUrl(name);
    }
}
