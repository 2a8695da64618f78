package mx.constancia.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Variants of one piece of work, measured in turn.
 *
 * @param title    what was done
 * @param baseline the variant with which the others are compared: the first one
 * @param rows     one for each metric of each variant
 */
record Table(String title, String baseline, List<Row> rows) {

    /**
     * A metric of a variant over all rounds.
     *
     * @param values its values, in the order of the rounds
     * @param ratio  to the baseline of the same round; absent for the baseline and where that has no such metric or none of it
     */
    record Row(String variant, String metric, List<Double> values, Spread value, @Nullable Spread ratio) {
    }

    /** Median and range. */
    record Spread(double median, double lowest, double highest) {

        static Spread of(List<Double> values) {
            List<Double> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            int middle = sorted.size() / 2;
            double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
            return new Spread(median, sorted.getFirst(), sorted.getLast());
        }
    }

    /**
     * Measures the variants: in each round all of them, one after the other, each round beginning with another one, so that
     * whatever slows the machine for a while slows all of them.
     *
     * @param rounds   rounds that count; one that does not comes first
     * @param variants the baseline first
     */
    static Table measure(String title, int rounds, List<Variant> variants) throws Exception {
        List<List<Sample>> samples = variants.stream().<List<Sample>>map(variant -> new ArrayList<>()).toList();
        for (int round = 0; round <= rounds; round++) {
            for (int turn = 0; turn < variants.size(); turn++) {
                int variant = (round + turn) % variants.size();
                Sample sample = variants.get(variant).round().run();
                if (round > 0) {
                    samples.get(variant).add(sample);
                }
            }
            System.err.printf("%s: %s%n", title, round == 0 ? "warm" : "round " + round + " of " + rounds);
        }
        List<Row> rows = new ArrayList<>();
        for (int variant = 0; variant < variants.size(); variant++) {
            rows.addAll(rows(variants.get(variant).name(), samples.get(variant), variant == 0 ? null : samples.getFirst()));
        }
        return new Table(title, variants.getFirst().name(), rows);
    }

    private static List<Row> rows(String variant, List<Sample> samples, @Nullable List<Sample> baseline) {
        return samples.getFirst().metrics().keySet().stream().map(metric -> {
            List<Double> values = values(samples, metric);
            boolean compared = baseline != null && baseline.stream().allMatch(each -> each.metrics().getOrDefault(metric, 0.0) != 0);
            return new Row(variant, metric, values, Spread.of(values), compared ? Spread.of(ratios(values, values(baseline, metric))) : null);
        }).toList();
    }

    private static List<Double> values(List<Sample> samples, String metric) {
        return samples.stream().map(sample -> sample.metrics().get(metric)).toList();
    }

    private static List<Double> ratios(List<Double> values, List<Double> baseline) {
        return IntStream.range(0, values.size()).mapToObj(round -> values.get(round) / baseline.get(round)).toList();
    }

    /** The row of a variant's metric. */
    Row row(String variant, String metric) {
        return rows.stream().filter(row -> row.variant().equals(variant) && row.metric().equals(metric)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row " + variant + ", " + metric));
    }

    /** How many times a variant's metric is that of another: the median over the rounds, each with itself. */
    double times(String variant, String other, String metric) {
        return Spread.of(ratios(row(variant, metric).values(), row(other, metric).values())).median();
    }
}
