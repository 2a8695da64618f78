package mx.constancia.query.totals;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.board.Asked;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Csv;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.MechanismType;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TotalsController {

    private static final int MOST_ROWS = 10_000;

    private final Totals totals;
    private final Clock clock;

    TotalsController(Totals totals, Clock clock) {
        this.totals = totals;
        this.clock = clock;
    }

    /**
     * Numbers of events or findings.
     *
     * @param by     what each row has in common
     * @param count  events or findings
     * @param rows   the rows; a member is absent where the events have no such thing
     * @param number the sum of all rows
     */
    record Answer(List<String> by, Totals.Count count, List<Map<String, Object>> rows, long number) {
    }

    /**
     * Numbers by one or more of agency, type, sector, year, month, event and finding.
     *
     * @param by     these, with commas between
     * @param count  EVENTS or FINDINGS; findings when they are asked by or for, else events
     * @param period legal dates: a year, a month, or a first and a last one with a slash between
     * @param format json, or csv for a file
     */
    @GetMapping(path = "/totals", produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Nullable Answer totals(
            @RequestParam String by,
            @RequestParam Totals.@Nullable Count count,
            @RequestParam @Nullable String period,
            @RequestParam @Nullable String agency,
            @RequestParam @Nullable MechanismType type,
            @RequestParam @Nullable CivilSector sector,
            @RequestParam @Nullable String event,
            @RequestParam @Nullable String finding,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response) throws IOException {
        List<Dimension> dimensions = dimensions(by);
        boolean ofFindings = finding != null || dimensions.contains(Dimension.FINDING);
        if (ofFindings && count == Totals.Count.EVENTS) {
            throw Asked.refused("count", "FINDINGS when findings are asked by or for");
        }
        Totals.Count what = ofFindings ? Totals.Count.FINDINGS : count == null ? Totals.Count.EVENTS : count;
        List<Document> rows = totals.rows(dimensions, what, new Totals.Only(Months.of(period), agency, type, sector, event, finding), MOST_ROWS);
        if (rows.size() > MOST_ROWS) {
            throw Asked.refused("by", "fewer dimensions, or filters that leave at most " + MOST_ROWS + " rows");
        }
        Asked asked = new Asked(Map.of("format", format), Reader.PUBLIC, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<Column> columns = Stream.concat(dimensions.stream().map(Dimension::column), Stream.of(Dimension.number())).toList();
        if (Csv.isWanted(asked)) {
            Csv.send(response, "totals", columns, rows, asked);
            return null;
        }
        return new Answer(dimensions.stream().map(Dimension::code).toList(), what, rows.stream().map(row -> line(columns, row, asked)).toList(),
                rows.stream().mapToLong(row -> row.getLong("number")).sum());
    }

    private static Map<String, Object> line(List<Column> columns, Document row, Asked asked) {
        Map<String, Object> line = new LinkedHashMap<>();
        columns.forEach(column -> {
            Object value = column.value().apply(row, asked);
            if (value != null) {
                line.put(column.name(), value);
            }
        });
        return line;
    }

    private static List<Dimension> dimensions(String by) {
        List<String> names = Arrays.asList(by.split(",", -1));
        if (!Dimension.CODES.containsAll(names) || names.stream().distinct().count() < names.size()) {
            throw new Problem(ProblemType.INVALID_PARAMETER,
                    "The parameter by takes one or more of " + String.join(", ", Dimension.CODES) + ", each once, with commas between.")
                    .with("parameter", "by").with("accepted", Dimension.CODES);
        }
        return names.stream().map(name -> Dimension.values()[Dimension.CODES.indexOf(name)]).toList();
    }
}
