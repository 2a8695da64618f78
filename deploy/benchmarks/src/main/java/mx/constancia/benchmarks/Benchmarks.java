package mx.constancia.benchmarks;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code deploy/benchmarks/run NAME [--OPTION N]... [--json FILE]}: runs one benchmark and prints its report. Standard
 * output has the report and nothing else. Exit codes: 1 it failed, 2 wrong usage.
 */
public final class Benchmarks {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private Benchmarks() {
    }

    /** Runs a benchmark and ends the process. */
    public static void main(String... arguments) {
        PrintStream out = System.out;
        System.setOut(System.err);
        int result = 0;
        try {
            run(out, arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            result = 2;
        } catch (Exception | Error e) {
            e.printStackTrace();
            result = 1;
        }
        out.flush();
        // Parts leave threads behind.
        System.exit(result);
    }

    private static void run(PrintStream out, String... arguments) throws Exception {
        SortedMap<String, Benchmark> all = Catalogue.all();
        if (arguments.length == 0) {
            all.forEach((name, benchmark) -> out.println(name + ": " + benchmark.shows() + benchmark.sizes().stream()
                    .map(size -> "\n    --" + size.name() + " " + size.value() + "  " + size.meaning()).collect(Collectors.joining())));
            return;
        }
        Benchmark benchmark = all.get(arguments[0]);
        if (benchmark == null) {
            throw new IllegalArgumentException("There is no benchmark " + arguments[0] + ". There are: " + String.join(", ", all.keySet()));
        }
        Map<String, String> options = options(arguments);
        String json = options.remove("json");
        Sizes sizes = new Sizes(benchmark.sizes(), options);
        Report report = new Report(arguments[0], benchmark.shows(),
                command(arguments),
                Clock.systemUTC().instant(), Machine.here(), sizes.all());
        Optional<StolenTime> before = StolenTime.now();
        try (Stage stage = new Stage(report)) {
            benchmark.measure(sizes, stage, report);
        }
        Optional<StolenTime> after = StolenTime.now();
        before.ifPresent(stolen -> report.note(
                "The host gave " + Markdown.number(after.orElseThrow().percentSince(stolen)) + " % of the processors to others while it ran."));
        out.print(Markdown.of(report.content()));
        if (json != null) {
            Files.writeString(Path.of(json), JSON.writeValueAsString(report.content()));
        }
    }

    /** What a reader types to have the same measured. */
    private static String command(String... arguments) {
        String jvm = System.getenv().getOrDefault("BENCHMARK_JVM", "");
        return (jvm.isEmpty() ? "" : "BENCHMARK_JVM=\"" + jvm + "\" ") + "deploy/benchmarks/run " + String.join(" ", arguments);
    }

    private static Map<String, String> options(String... arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int each = 1; each < arguments.length; each += 2) {
            if (!arguments[each].startsWith("--") || each + 1 == arguments.length) {
                throw new IllegalArgumentException("Options are --NAME VALUE; this is none: " + arguments[each]);
            }
            options.put(arguments[each].substring(2), arguments[each + 1]);
        }
        return options;
    }
}
