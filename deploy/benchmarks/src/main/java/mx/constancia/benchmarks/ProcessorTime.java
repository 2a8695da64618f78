package mx.constancia.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;

/** How long the processor worked for this process, which holds services and clients, and for the PostgreSQL server beside it. */
final class ProcessorTime {

    private static final double NANOS_OF_A_MILLI = 1e6;

    private final ProcessHandle server;

    /** Finds the server by one of its connections. */
    ProcessorTime(Connection connection) throws SQLException {
        server = ProcessHandle.of(Queries.number(connection, "select pg_backend_pid()")).flatMap(ProcessHandle::parent).orElseThrow();
    }

    /** Milliseconds until now. */
    double millis() {
        return Stream.concat(Stream.of(ProcessHandle.current(), server), server.children())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus).toNanos() / NANOS_OF_A_MILLI;
    }
}
