package mx.constancia.auditor.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that wants to exhaust whoever asks it. */
class HostileServiceIT {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/ledger/checkpoint", HostileServiceIT::endless);
        server.createContext("/events", HostileServiceIT::endless);
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", "/ledger/checkpoint");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aCheckpointWithoutEndIsBrokenOff() {
        try (Http http = http()) {
            assertThatThrownBy(() -> new LedgerReader(new HttpFiles(http)).checkpoint())
                    .isInstanceOf(SourceException.class).hasMessageContaining("longer than " + Limits.CHECKPOINT);
        }
    }

    @Test
    void aLineWithoutEndIsBrokenOff() {
        try (Http http = http(); EventCursor cursor = new HttpEvents(http).read(0, 1)) {
            assertThatThrownBy(cursor::next).isInstanceOf(SourceException.class).hasMessageContaining("a line is longer than " + Limits.EVENT);
        }
    }

    @Test
    void noRedirectIsFollowed() {
        try (Http http = http()) {
            assertThatThrownBy(() -> http.get("elsewhere", 10)).isInstanceOf(SourceException.class).hasMessageContaining("302");
        }
    }

    @Test
    void whatIsNotThereIsNoFailure() {
        try (Http http = http()) {
            assertThat(http.get("nothing", 10)).isEmpty();
        }
    }

    private Http http() {
        return new Http(URI.create("http://localhost:" + server.getAddress().getPort()), null);
    }

    private static void endless(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Constancia-Visible-Head", "0");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            byte[] bytes = new byte[1 << 16];
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
