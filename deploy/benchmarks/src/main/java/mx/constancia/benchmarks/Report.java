package mx.constancia.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run found, as it comes. */
final class Report {

    private final String benchmark;
    private final String shows;
    private final String command;
    private final Instant at;
    private final Machine machine;
    private final Map<String, Long> sizes;
    private final List<String> parts = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Something that is to hold, with the figure that says whether it does.
     *
     * @param text what is to hold
     * @param seen what was seen
     */
    record Claim(String text, String seen, boolean holds) {
    }

    /** The finished report. */
    record Content(String benchmark, String shows, String command, Instant at, Machine machine, List<String> parts, Map<String, Long> sizes,
            List<Table> tables, List<Claim> claims, List<String> notes) {
    }

    Report(String benchmark, String shows, String command, Instant at, Machine machine, Map<String, Long> sizes) {
        this.benchmark = benchmark;
        this.shows = shows;
        this.command = command;
        this.at = at;
        this.machine = machine;
        this.sizes = sizes;
    }

    /** Names a part that took part. */
    void part(String part) {
        if (!parts.contains(part)) {
            parts.add(part);
        }
    }

    /** Adds a table, and gives it back. */
    Table table(Table table) {
        tables.add(table);
        return table;
    }

    /** Says that a figure is below a limit, or is not. */
    void below(String text, double limit, double seen) {
        claims.add(new Claim(text, Markdown.number(seen), seen < limit));
    }

    /** Says that a figure reaches a limit, or does not. */
    void atLeast(String text, double limit, double seen) {
        claims.add(new Claim(text, Markdown.number(seen), seen >= limit));
    }

    /** Says what a reader has to know about the figures. */
    void note(String note) {
        notes.add(note);
    }

    /** What there is now. */
    Content content() {
        return new Content(benchmark, shows, command, at, machine, List.copyOf(parts), sizes, List.copyOf(tables), List.copyOf(claims),
                List.copyOf(notes));
    }
}
