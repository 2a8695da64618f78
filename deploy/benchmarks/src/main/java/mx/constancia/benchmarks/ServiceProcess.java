package mx.constancia.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import mx.constancia.local.Readiness;

/** A service in a JVM of its own, on the class path that its jar names, with a heap of so many MiB. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(2);
    private static final long STOP_SECONDS = 30;
    private static final double KIB = 1024;

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the service and returns when it is ready; its log goes to a file. */
    static ServiceProcess start(String artifact, String application, int heapMebibytes, Path log, Map<String, String> settings) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m", "-XX:+ExitOnOutOfMemoryError", "-cp", jar(artifact).toString(), application,
                "--server.port=" + port));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        ServiceProcess service = new ServiceProcess(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), port);
        try {
            Readiness.await("http://127.0.0.1:" + port, READY);
        } catch (InterruptedException | RuntimeException e) {
            service.close();
            throw e;
        }
        return service;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path jar(String artifact) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("constancia.libraries")))) {
            return jars.filter(jar -> jar.getFileName().toString().matches(artifact + "-[0-9].*\\.jar")).findFirst().orElseThrow();
        }
    }

    int port() {
        return port;
    }

    /** The most memory that it has had, heap and all else, in MiB, as Linux counts it. */
    double peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB).findFirst().orElseThrow();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
