package mx.constancia.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import mx.constancia.local.Addresses;

/** The local default as a process of its own, started by its script. */
final class LocalDefault implements AutoCloseable {

    private static final String READY = "Constancia is ready";
    private static final long STOP_SECONDS = 120;

    private final Path data;
    private final Process process;
    private final Thread output;

    private LocalDefault(Path data, Process process, Thread output) {
        this.data = data;
        this.process = process;
        this.output = output;
    }

    /** Starts on free ports and returns when it is ready. */
    static LocalDefault ready(Path data) throws IOException {
        Path deploy = Path.of(System.getProperty("constancia.libraries")).resolve("../../..").normalize();
        Process process = new ProcessBuilder(deploy.resolve("local/run").toString(), "--data", data.toString(), "--port-base", "0")
                .redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(READY)) {
                return new LocalDefault(data, process, Thread.ofVirtual().start(() -> output.lines().forEach(rest -> { })));
            }
        }
        throw new IOException("ended before it was ready:\n" + said);
    }

    /** A connection to the event log's database, as its owner. */
    Connection owner() throws IOException, SQLException {
        String password = Files.readString(data.resolve("postgresql").resolve("superuser.password")).strip();
        return DriverManager.getConnection(Addresses.read(data).orElseThrow().postgres(), "postgres", password);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // By the handle: destroying the process would also close its output.
        process.toHandle().destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the local default did not stop in time");
        }
        output.join();
    }
}
