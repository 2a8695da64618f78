package mx.constancia.benchmarks;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import mx.constancia.events.StoredEvent;
import mx.constancia.local.HostedService;
import mx.constancia.testing.TestTokens;

import tools.jackson.databind.json.JsonMapper;

/** Many clients of the live stream, against a few in the same run; and beside others that never read. */
final class SseBenchmark implements Benchmark {

    private static final double DELAY_MS = 500;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String shows() {
        return "How long an event takes from Kafka to the clients of the live stream, with a few, with many, and with many beside others that never read.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("clients", 1_000, "clients that read"), new Size("few", 10, "clients of the baseline"),
                new Size("silent", 1_000, "clients that connect and never read"), new Size("rate", 200, "events a second"),
                new Size("seconds", 15, "seconds of a round"), Size.rounds(3),
                new Size("warm", 60, "seconds of events to all clients that read, before the first round"));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        PublishedLog topic = stage.opened(PublishedLog.create(stage.kafka()));
        MadeUpLog log = new MadeUpLog(500);
        HostedService service = stage.queryService(stage.mongo(), Map.of("constancia.stream.clients",
                Long.toString(2 * (sizes.get("clients") + sizes.get("silent")))));
        QueryClient client = stage.opened(new QueryClient(service.port()));
        topic.send(log, 1);
        client.awaitVisible(0);
        Rounds rounds = new Rounds(topic, log, client, service.port(), sizes);

        int many = sizes.count("clients");
        rounds.run(many, 0, sizes.get("warm"));
        String all = many + " clients";
        String beside = all + " beside " + sizes.get("silent") + " that never read";
        Table table = report.table(Table.measure(sizes.get("rate") + " events/s to clients of /stream", sizes.count("rounds"), List.of(
                new Variant(sizes.get("few") + " clients", () -> rounds.run(sizes.count("few"), 0)),
                new Variant(all, () -> rounds.run(many, 0)),
                new Variant(beside, () -> rounds.run(many, sizes.count("silent"))))));
        for (String variant : List.of(all, beside)) {
            report.below(variant + ": p99 delay under 500 ms", DELAY_MS, table.row(variant, "p99 ms").value().median());
            report.below(variant + ": no event lost or repeated", 1, table.row(variant, "lost or repeated").value().highest());
        }
        report.note("The delay is from before an event is given to Kafka until its line is in the client. Clients, service and Kafka share the machine.");
    }

    /** Rounds on one growing log. */
    private static final class Rounds {

        private final PublishedLog topic;
        private final MadeUpLog log;
        private final QueryClient client;
        private final int port;
        private final int rate;
        private final long seconds;
        private long next = 1;

        Rounds(PublishedLog topic, MadeUpLog log, QueryClient client, int port, Sizes sizes) {
            this.topic = topic;
            this.log = log;
            this.client = client;
            this.port = port;
            this.rate = sizes.count("rate");
            this.seconds = sizes.get("seconds");
        }

        Sample run(int clients, int silent) throws Exception {
            return run(clients, silent, seconds);
        }

        Sample run(int clients, int silent, long duration) throws Exception {
            int events = Math.toIntExact(rate * duration);
            try (StreamClients readers = new StreamClients(port, next, events)) {
                readers.silent(silent);
                readers.reading(clients);
                send(readers, events);
                client.awaitVisible(next - 1);
                readers.await();
                Sample sample = Sample.latencies(readers.delays()).and("lost or repeated", readers.wrong());
                readers.close();
                awaitNoClient();
                return sample;
            }
        }

        /** The service learns that a client has left when it next writes to it; what that costs belongs to no round. */
        private void awaitNoClient() throws Exception {
            do {
                StoredEvent event = log.next();
                topic.send(List.of(event));
                next = event.position() + 1;
                client.awaitVisible(event.position());
            } while (clients() > 0);
        }

        private int clients() throws Exception {
            try (InputStream answer = client.open("/actuator/metrics/constancia.stream.clients",
                    "Authorization", "Bearer " + TestTokens.shared().token("admin", null, "OPERATOR"))) {
                return JSON.readTree(answer).at("/measurements/0/value").intValue();
            }
        }

        private void send(StreamClients readers, int events) throws Exception {
            long began = System.nanoTime();
            for (int sent = 0; sent < events; sent++) {
                long due = began + sent * TimeUnit.SECONDS.toNanos(1) / rate;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                StoredEvent event = log.next();
                readers.sending(event.position());
                topic.hand(event);
                next = event.position() + 1;
            }
        }
    }
}
