package mx.constancia.attacks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import mx.constancia.testing.TestDatabase;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor at a machine of its own, with the tool and what it remembers. */
final class Auditor {

    private static final Path TOOL = Path.of("..", "..", "auditor", "target");

    private final Path memory;
    private final Map<String, String> environment;

    /** @param memory folder in which it remembers what it verified */
    Auditor(Path memory, TestDatabase database) {
        this.memory = memory;
        this.environment = Map.of("CONSTANCIA_JDBC_PASSWORD", database.password());
    }

    /**
     * What the tool said.
     *
     * @param exitCode 0 verified, 1 evidence, 3 incomplete
     * @param answer   its JSON
     */
    record Said(int exitCode, JsonNode answer) {

        /** The faults that it found, each as kind, positions and sentence. */
        List<Fault> faults() {
            List<Fault> faults = new ArrayList<>();
            answer.path("copies").forEach(copy -> copy.path("faults").forEach(fault -> faults.add(Fault.of(fault))));
            return faults;
        }

        Optional<Fault> fault(String kind) {
            return faults().stream().filter(fault -> fault.kind().equals(kind)).findFirst();
        }
    }

    /** Something that does not hold. */
    record Fault(String kind, @Nullable Long from, @Nullable Long to, String sentence) {

        static Fault of(JsonNode json) {
            return new Fault(json.path("kind").asString(), number(json.path("from")), number(json.path("to")), json.path("sentence").asString());
        }

        private static @Nullable Long number(JsonNode json) {
            return json.isNumber() ? json.asLong() : null;
        }

        String positions() {
            return from == null ? "whole log" : from.equals(to) ? from.toString() : from + " to " + to;
        }
    }

    /** Runs a command of the tool that ends by itself. */
    Said run(String... arguments) throws IOException, InterruptedException {
        List<String> command = command(arguments);
        command.addAll(List.of("--json", "--lang", "en", "--state", memory.toString()));
        Path errors = Files.createTempFile(memory.getParent(), "audit", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("does not end: " + command);
        }
        try {
            return new Said(process.exitValue(), JsonMapper.shared().readTree(out));
        } catch (RuntimeException e) {
            throw new IllegalStateException(process.exitValue() + " " + out + Files.readString(errors), e);
        }
    }

    /** The command line of the tool. */
    static List<String> command(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path jar() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(TOOL, "constancia-auditor-*-exec.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IOException("no executable jar in " + TOOL.toAbsolutePath());
    }
}
