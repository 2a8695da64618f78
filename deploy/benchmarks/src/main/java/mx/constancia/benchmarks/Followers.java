package mx.constancia.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import mx.constancia.local.HostedService;

/** What follows the log while commands are recorded: relay, ledger and views. */
final class Followers implements AutoCloseable {

    private static final double NANOS = 1e9;
    private static final String RELAYED = "select next_position >= %d from relay_progress";
    private static final String SIGNED = "select coalesce(max(size), 0) >= %d from ledger_checkpoint";

    private final Connection owner;
    private final QueryClient views;

    private Followers(Connection owner, QueryClient views) {
        this.owner = owner;
        this.views = views;
    }

    /** Starts a query service; the relay and the ledger are the command service's. */
    static Followers start(Stage stage) throws Exception {
        HostedService service = stage.queryService(stage.mongo(), Map.of("constancia.http.min-position-wait", "20s"));
        Connection owner = DriverManager.getConnection(stage.jdbcUrl(), stage.postgres().user(), stage.postgres().password());
        return stage.opened(new Followers(owner, new QueryClient(service.port())));
    }

    /** How many seconds after now each of them has all that is recorded now; waits until all have it. */
    Sample lag() throws Exception {
        long began = System.nanoTime();
        long end = Queries.number(owner, "select next_position from log_head");
        Queries.await(owner, RELAYED.formatted(end));
        double relayed = seconds(began);
        Queries.await(owner, SIGNED.formatted(end));
        double signed = seconds(began);
        views.awaitVisible(end - 1);
        return Sample.of("relay lag s", relayed).and("ledger lag s", signed).and("views lag s", seconds(began));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / NANOS;
    }

    @Override
    public void close() throws SQLException, IOException {
        views.close();
        owner.close();
    }
}
