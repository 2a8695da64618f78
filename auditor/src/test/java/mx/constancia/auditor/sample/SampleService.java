package mx.constancia.auditor.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import mx.constancia.auditor.source.EventLine;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventJson;
import mx.constancia.events.StoredEvent;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Serves a log as a query service does, over real HTTP; can lie and break. */
public final class SampleService implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile SampleLog log;
    private volatile Map<String, byte[]> files;
    private volatile UnaryOperator<StoredEvent> shown = event -> event;
    private volatile UnaryOperator<String> state = json -> json;

    public SampleService(SampleLog log) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        publish(log);
        server.setExecutor(threads);
        server.createContext("/ledger/", exchange -> send(exchange, files.get(exchange.getRequestURI().getPath().substring("/ledger/".length()))));
        server.createContext("/events", this::events);
        server.createContext("/mechanisms/", this::mechanism);
        server.start();
    }

    /** Shows another log from now on. */
    public void publish(SampleLog next) {
        log = next;
        files = next.files(Keys.log(), next.events().size());
    }

    /** Shows events otherwise than they are. */
    public void lie(UnaryOperator<StoredEvent> lie) {
        shown = lie;
    }

    /** Answers with another state than the events lead to. */
    public void lieAboutState(UnaryOperator<String> lie) {
        state = lie;
    }

    /** Breaks the connection in the middle of the next answers with events. */
    public void breakOff(int times) {
        breaks.set(times);
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void events(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/receipt")) {
            String id = path.split("/")[2];
            send(exchange, log.events().stream().filter(event -> event.eventId().equals(id)).findFirst()
                    .map(event -> SampleLog.receipt(files, event)).orElse(null));
            return;
        }
        exchange.getResponseHeaders().set("Constancia-Visible-Head", Integer.toString(log.events().size() - 1));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            return;
        }
        Map<String, Long> query = query(exchange);
        byte[] lines = log.events().stream().filter(event -> event.position() >= query.get("from") && event.position() <= query.get("to"))
                .map(shown).map(event -> new String(EventLine.format(event), StandardCharsets.UTF_8) + "\n").collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        boolean broken = breaks.getAndDecrement() > 0;
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            exchange.getResponseBody().write(lines, 0, broken ? lines.length / 2 : lines.length);
            if (broken) {
                throw new IOException("broken off");
            }
        }
    }

    private void mechanism(HttpExchange exchange) throws IOException {
        String stream = "mechanism-" + exchange.getRequestURI().getPath().split("/")[2];
        List<StoredEvent> events = log.events().stream().filter(event -> event.streamId().equals(stream))
                .limit(query(exchange).getOrDefault("atVersion", Long.MAX_VALUE)).toList();
        Optional<MechanismState> folded = ((Fold<MechanismState>) MechanismHistory::evolve)
                .replay(events.stream().map(EventCodec::decode)::iterator);
        send(exchange, folded.map(SampleService::view).map(state).map(json -> json.getBytes(StandardCharsets.UTF_8)).orElse(null));
    }

    /** What people read: lists instead of maps, and codes with labels. */
    private static String view(MechanismState folded) {
        return EventJson.MAPPER.createObjectNode()
                .put("id", folded.mechanismId()).put("version", folded.version()).put("position", folded.position())
                .put("agencyId", folded.agencyId()).put("timeZone", folded.timeZone()).put("name", folded.name())
                .put("existing", folded.existing()).put("lastRulebookId", folded.lastRulebookId())
                .put("lastOccurredOn", String.valueOf(folded.lastOccurredOn()))
                .<ObjectNode>set("jurisdiction", EventJson.MAPPER.createObjectNode().put("code", folded.jurisdiction()))
                .<ObjectNode>set("lifecycle", EventJson.MAPPER.createObjectNode().put("code", folded.lifecycle().name()).put("es", "x"))
                .<ObjectNode>set("invitations", EventJson.MAPPER.valueToTree(folded.invitations().values()))
                .<ObjectNode>set("sessions", EventJson.MAPPER.valueToTree(folded.sessions().values()))
                .toString();
    }

    private static Map<String, Long> query(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        return Arrays.stream(query.split("&")).filter(each -> each.contains("=")).map(each -> each.split("="))
                .collect(Collectors.toMap(each -> each[0], each -> Long.parseLong(each[1])));
    }

    private static void send(HttpExchange exchange, byte @Nullable [] body) throws IOException {
        try (exchange) {
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
