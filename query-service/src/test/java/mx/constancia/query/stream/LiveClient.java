package mx.constancia.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import mx.constancia.query.RunningQueryService;

/** A client that reads all that comes, on a thread of its own. What it reads is part of what every test tests, see {@link StreamContract}. */
public final class LiveClient implements AutoCloseable {

    private final HttpResponse<Stream<String>> response;
    private final StreamContract contract;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reading;

    private LiveClient(HttpResponse<Stream<String>> response, StreamContract contract) {
        this.response = response;
        this.contract = contract;
        this.reading = Thread.ofVirtual().start(this::read);
    }

    public static LiveClient open(RunningQueryService service, String path, String... headers) {
        HttpResponse<Stream<String>> response = service.lines(path, headers);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        return new LiveClient(response, StreamContract.of(path));
    }

    private void read() {
        try {
            response.body().forEach(line -> {
                lines.add(line);
                contract.take(line);
            });
        } catch (RuntimeException e) {
            // The connection is closed; what came before counts.
        }
    }

    List<String> lines() {
        return lines;
    }

    /** What each id stood for, in the order of arrival. */
    public List<Long> ids() {
        return lines.stream().filter(line -> line.startsWith("id: ")).map(line -> Long.valueOf(line.substring(4))).toList();
    }

    public String text() {
        return String.join("\n", lines);
    }

    public boolean hasEnded() {
        return !reading.isAlive();
    }

    @Override
    public void close() {
        response.body().close();
        assertThat(contract.objections()).isEmpty();
    }
}
