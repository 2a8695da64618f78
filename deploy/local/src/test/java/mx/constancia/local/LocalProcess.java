package mx.constancia.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The local default as a process of its own, started from what the build packaged. */
final class LocalProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 120;

    private final Path data;
    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    private LocalProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts and does not wait. */
    static LocalProcess start(Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC",
            "-cp", "target/*:target/lib/*", Launcher.class.getName(), "--data", data.toString()));
        command.addAll(List.of(options));
        return new LocalProcess(data, new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Starts on free ports with the programmes loaded, and returns when it is ready. */
    static LocalProcess ready(Path data) throws IOException {
        LocalProcess started = start(data, "--port-base", "0", "--demo");
        for (String line = started.output.readLine(); line != null; line = started.output.readLine()) {
            started.said.add(line);
            if (line.startsWith("Constancia is ready")) {
                return started;
            }
        }
        throw new IOException("ended before it was ready:\n" + started.said());
    }

    /** What it has said until it was ready. */
    String said() {
        return String.join("\n", said);
    }

    /** What the query service answers an anonymous reader. */
    String read(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(addresses().query() + path)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        }
    }

    Addresses addresses() throws IOException {
        return Addresses.read(data).orElseThrow();
    }

    /** The PostgreSQL server, which is a process of its own. */
    ProcessHandle postgres() throws IOException {
        Path pid = data.resolve("postgresql").resolve("pgdata").resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip())).orElseThrow();
    }

    /** Everything that it has said, once it has ended by itself. */
    String outputToTheEnd() throws IOException {
        output.lines().forEach(said::add);
        return said();
    }

    /** SIGTERM, by the handle because {@link Process#destroy()} also closes the output; returns the exit code. */
    int stop() throws IOException, InterruptedException {
        process.toHandle().destroy();
        return exitCode();
    }

    int exitCode() throws IOException, InterruptedException {
        outputToTheEnd();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("still running:\n" + said());
        }
        return process.exitValue();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
    }
}
