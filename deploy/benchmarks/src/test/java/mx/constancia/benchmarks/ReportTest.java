package mx.constancia.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.constancia.events.EventCodec;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void variantsTakeTurnsAndTheFirstRoundDoesNotCount() throws Exception {
        Table table = Table.measure("Reading", 3, List.of(variant("plain", 1_000, 10, 20, 30), variant("ours", 1_000, 5, 5, 60)));

        assertThat(order).containsExactly("plain", "ours", "ours", "plain", "plain", "ours", "ours", "plain");
        assertThat(table.row("plain", "events/s").values()).containsExactly(10.0, 20.0, 30.0);
        assertThat(table.row("ours", "events/s").ratio()).isEqualTo(new Table.Spread(0.5, 0.25, 2));
        assertThat(table.times("plain", "ours", "events/s")).isEqualTo(2);
    }

    @Test
    void nothingIsComparedWithABaselineOfNone() throws Exception {
        Table table = Table.measure("Losing", 1, List.of(variant("few", 0, 0), variant("many", 0, 3)));

        assertThat(table.row("many", "events/s").ratio()).isNull();
    }

    @Test
    void theReportSaysWhereHowAndWhatWasMeasured() throws Exception {
        Report report = new Report("reading", "How fast it reads.", "deploy/benchmarks/run reading --events 9", Instant.EPOCH,
                new Machine(2, 24_000, 4_096, "Linux", "OpenJDK 25"), Map.of("events", 9L));
        report.part("Kafka, embedded");
        report.table(Table.measure("Reading", 1, List.of(variant("plain", 1, 1_000), variant("ours", 1, 1_234.5))));
        report.below("p50 under 10 ms", 10, 10);

        assertThat(Markdown.of(report.content())).contains(
                "`deploy/benchmarks/run reading --events 9`", "2 cores, 24000 MiB, heap 4096 MiB, Linux, OpenJDK 25", "sizes: events 9",
                "parts: Kafka, embedded",
                "| plain | events/s | 1,000 | 1,000 to 1,000 |  |  |",
                "| ours | events/s | 1,235 | 1,235 to 1,235 | 1.23 | 1.23 to 1.23 |",
                "| p50 under 10 ms | 10.0 | **does not hold** |");
    }

    @Test
    void timesAreShownAsPercentilesInMilliseconds() {
        Histogram nanos = new Histogram(3);
        for (int each = 1; each <= 100; each++) {
            nanos.recordValue(each * 1_000_000L);
        }

        assertThat(Sample.latencies(nanos).metrics().get("p50 ms")).isCloseTo(50, offset(0.1));
        assertThat(Sample.latencies(nanos).metrics()).containsOnlyKeys("p50 ms", "p90 ms", "p99 ms", "max ms");
    }

    @Test
    void anOptionThatIsNotThereIsRefusedWithTheOnesThatAre() {
        List<Size> known = List.of(new Size("events", 100, "events in the log"), Size.rounds(5));

        assertThat(new Sizes(known, Map.of("events", "7")).get("events")).isEqualTo(7);
        assertThat(new Sizes(known, Map.of("events", "7")).get("rounds")).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Sizes(known, Map.of("evnets", "7"))).withMessageContaining("--events 100");
        assertThatIllegalArgumentException().isThrownBy(() -> new Sizes(known, Map.of("events", "0")));
    }

    @Test
    void everyBenchmarkHasANameAndSaysWhatItShows() throws Exception {
        assertThat(Catalogue.all()).allSatisfy((name, benchmark) -> {
            assertThat(name).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(benchmark.shows()).endsWith(".");
        });
    }

    @Test
    void theMadeUpLogIsAHistoryThatCanBeFolded() {
        Fold<MechanismState> fold = MechanismHistory::evolve;

        MechanismState state = fold.replay(new MadeUpLog(1).next(101).stream().skip(1).map(EventCodec::decode)::iterator).orElseThrow();

        assertThat(state.version()).isEqualTo(100);
        assertThat(state.appointments()).hasSizeGreaterThan(15);
    }

    private Variant variant(String name, double... values) {
        int[] round = {0};
        return new Variant(name, () -> {
            order.add(name);
            return Sample.of("events/s", values[Math.min(round[0]++, values.length - 1)]);
        });
    }
}
