package mx.constancia.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How long an auditor waits for the verification of a whole log. */
final class AuditBenchmark implements Benchmark {

    private static final double LIMIT_SECONDS = 30;
    private static final String HASHED = "SHA-256 of the same bytes, one thread";
    private static final String VERIFIED = "constancia-audit verify";

    private int runs;

    @Override
    public String shows() {
        return "constancia-audit verify of an exported log with -Xmx512m, start of the JVM included, against reading and hashing the same bytes.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("events", 1_000_000, "events in the log"), new Size("mechanisms", 10_000, "mechanisms that they belong to"),
                new Size("threads", 2, "processors that the tool may use"), Size.rounds(3));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        long events = sizes.get("events");
        Path folder = stage.directory().resolve("log");
        new LogFolder(folder, events).write(new MadeUpLog(sizes.count("mechanisms")));
        Table table = report.table(Table.measure("A log of " + events + " events", sizes.count("rounds"), List.of(
                new Variant(HASHED, () -> timed(events, () -> hash(folder))),
                new Variant("constancia-audit verify --ledger-only", () -> timed(events, () -> verify(folder, sizes, "--ledger-only"))),
                new Variant(VERIFIED, () -> timed(events, () -> verify(folder, sizes))))));
        report.below(VERIFIED + ": under 30 s", LIMIT_SECONDS, table.row(VERIFIED, "s").value().median());
        report.note("The files are in the system's cache. Each verification is a process of its own with -Xmx512m and -XX:ActiveProcessorCount="
                + sizes.get("threads") + ", and ends with exit code 0 or fails the benchmark.");
    }

    private Sample timed(long events, Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - began;
        return Sample.of("s", nanos / 1e9).and("entries/s", events * 1e9 / nanos);
    }

    /** One run of what is measured. */
    @FunctionalInterface
    private interface Work {

        void run() throws Exception;
    }

    private static void hash(Path folder) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 16];
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
        }
        digest.digest();
    }

    private void verify(Path folder, Sizes sizes, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:+UseParallelGC", "-XX:ActiveProcessorCount=" + sizes.get("threads"),
                "-cp", System.getProperty("constancia.libraries") + "/*", "mx.constancia.auditor.cli.ConstanciaAudit", "verify",
                "--dir", folder.toString(), "--state", folder.resolveSibling("state-" + runs++).toString(), "--json"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("the verification ended with exit code " + code);
        }
    }
}
