package mx.constancia.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A second JVM on this test's class path, to be killed. */
final class ChildJvm implements AutoCloseable {

    static final String READY = "ready";

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** Starts the main class and returns when it has printed {@link #READY}. */
    static ChildJvm startAndAwaitReady(Class<?> mainClass, Path argument) {
        List<String> command = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"),
                        mainClass.getName(), argument.toString())
                .toList();
        StringBuilder seen = new StringBuilder();
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(READY)) {
                    return new ChildJvm(process);
                }
                seen.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The child ended before it was ready:\n" + seen);
    }

    /** Called in the child: reports and stays until it is killed or its parent is gone. */
    static void reportReadyAndStay() throws IOException {
        System.out.println(READY);
        System.in.transferTo(System.err);
        Runtime.getRuntime().halt(1);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
