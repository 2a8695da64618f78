package mx.constancia.auditor.witness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.witness.AddCheckpoint;

/**
 * A witness over HTTP: {@code POST /add-checkpoint} and {@code GET /<hex SHA-256 of the origin>/checkpoint}. Plain HTTP; what is
 * reachable from outside belongs behind a proxy that speaks TLS. Nothing in it is secret.
 */
public final class WitnessServer implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int WAITING = 64;
    private static final int GRACE_SECONDS = 2;

    static {
        // Seconds that a client may take for its request and for reading the answer; the JDK's server waits for ever otherwise.
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        System.setProperty("sun.net.httpserver.maxRspTime", "20");
        System.setProperty("jdk.httpserver.maxConnections", "200");
    }

    private final Witness witness;
    private final Consumer<String> journal;
    private final HttpServer server;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));

    private WitnessServer(Witness witness, HttpServer server, Consumer<String> journal) {
        this.witness = witness;
        this.server = server;
        this.journal = journal;
    }

    /**
     * Starts to listen.
     *
     * @param journal takes one line for each checkpoint
     */
    public static WitnessServer start(Witness witness, InetSocketAddress address, Consumer<String> journal) throws IOException {
        var server = new WitnessServer(witness, HttpServer.create(address, WAITING), journal);
        server.server.setExecutor(server.threads);
        server.server.createContext("/", server::handle);
        server.server.start();
        return server;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(GRACE_SECONDS);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            boolean submission = path.equals(AddCheckpoint.PATH);
            String method = exchange.getRequestMethod();
            if (submission && method.equals("POST")) {
                add(exchange);
            } else if (!submission && (method.equals("GET") || method.equals("HEAD"))) {
                show(exchange, path);
            } else {
                refuse(exchange, submission ? "POST" : "GET, HEAD");
            }
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
        Answer answer;
        try {
            answer = body.length > AddCheckpoint.MAX_BYTES
                    ? new Answer.Refused(Answer.Reason.TOO_LARGE, "a request has at most " + AddCheckpoint.MAX_BYTES + " bytes")
                    : witness.add(body);
        } catch (IOException e) {
            journal.accept("outcome=failed reason=\"" + e.getMessage() + "\"");
            exchange.sendResponseHeaders(500, -1);
            return;
        }
        journal.accept(switch (answer) {
            case Answer.Accepted(var cosigned) -> {
                var checkpoint = AddCheckpoint.parse(body).checkpoint().unverified();
                yield "outcome=cosigned log=" + checkpoint.origin() + " size=" + checkpoint.size() + " root=" + checkpoint.root();
            }
            case Answer.Stale(var conflict) -> "outcome=stale size=" + conflict.size();
            case Answer.Refused(var reason, String detail) -> "outcome=refused reason=" + reason + " detail=\"" + detail + "\"";
        });
        send(exchange, answer.status(), answer.mediaType(), answer.body());
    }

    private void show(HttpExchange exchange, String path) throws IOException {
        Optional<byte[]> checkpoint = witness.cosigned(path);
        if (checkpoint.isPresent()) {
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            send(exchange, 200, SignedCheckpoint.MEDIA_TYPE, checkpoint.get());
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private static void refuse(HttpExchange exchange, String allowed) throws IOException {
        exchange.getResponseHeaders().set("Allow", allowed);
        exchange.sendResponseHeaders(405, -1);
    }

    private static void send(HttpExchange exchange, int status, String mediaType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
