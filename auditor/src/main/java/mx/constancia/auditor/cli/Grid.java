package mx.constancia.auditor.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for people: columns as wide as their widest cell. */
final class Grid {

    private final List<List<String>> rows = new ArrayList<>();

    Grid(String... columns) {
        rows.add(List.of(columns));
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    void print(PrintWriter out) {
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toList();
        for (List<String> row : rows) {
            String line = IntStream.range(0, row.size())
                    .mapToObj(column -> row.get(column) + " ".repeat(widths.get(column) - row.get(column).length()))
                    .collect(Collectors.joining("  "));
            out.println("  " + line.stripTrailing());
        }
        out.flush();
    }
}
