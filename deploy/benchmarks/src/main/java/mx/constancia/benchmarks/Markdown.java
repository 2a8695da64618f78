package mx.constancia.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import mx.constancia.benchmarks.Table.Row;
import mx.constancia.benchmarks.Table.Spread;

/** A report as people read it. */
final class Markdown {

    private Markdown() {
    }

    /** The whole report. */
    static String of(Report.Content report) {
        Machine machine = report.machine();
        StringBuilder text = new StringBuilder("## " + report.benchmark() + "\n\n" + report.shows() + "\n\n")
                .append("- command: `").append(report.command()).append("`\n")
                .append("- machine: ").append(machine.cores()).append(" cores, ").append(machine.memoryMiB()).append(" MiB, heap ")
                .append(machine.heapMiB()).append(" MiB, ").append(machine.system()).append(", ").append(machine.jdk()).append('\n')
                .append("- sizes: ").append(report.sizes().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(size -> size.getKey() + " " + size.getValue()).collect(Collectors.joining(", "))).append('\n')
                .append("- parts: ").append(report.parts().isEmpty() ? "none" : String.join("; ", report.parts())).append('\n')
                .append("- at: ").append(report.at()).append('\n');
        report.tables().forEach(table -> append(text, table));
        if (!report.claims().isEmpty()) {
            text.append("\n| is to hold | seen | |\n|---|---:|---|\n");
            report.claims().forEach(claim -> text.append("| ").append(claim.text()).append(" | ").append(claim.seen()).append(" | ")
                    .append(claim.holds() ? "holds" : "**does not hold**").append(" |\n"));
        }
        report.notes().forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString();
    }

    private static void append(StringBuilder text, Table table) {
        text.append("\n### ").append(table.title()).append("\n\n| variant | | median | range | ratio to ").append(table.baseline())
                .append(" | range |\n|---|---|---:|---:|---:|---:|\n");
        for (Row row : table.rows()) {
            Spread ratio = row.ratio();
            text.append("| ").append(row.variant()).append(" | ").append(row.metric()).append(" | ").append(number(row.value().median()))
                    .append(" | ").append(range(row.value())).append(" | ").append(ratio == null ? "" : number(ratio.median()))
                    .append(" | ").append(ratio == null ? "" : range(ratio)).append(" |\n");
        }
    }

    private static String range(Spread spread) {
        return number(spread.lowest()) + " to " + number(spread.highest());
    }

    /** Three significant digits, and whole numbers from a hundred up. */
    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
