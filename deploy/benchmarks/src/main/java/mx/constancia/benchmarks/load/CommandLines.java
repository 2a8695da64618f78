package mx.constancia.benchmarks.load;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** Writes commands as lines of an import. All are facts of the past. */
final class CommandLines {

    private static final JsonMapper JSON = new JsonMapper();

    private final Writer out;
    private long count;

    CommandLines(Writer out) {
        this.out = out;
    }

    /** The fields of a body, in order; names and values in turn. */
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    void mechanism(String id, String command, LocalDate on, Map<String, Object> fields) throws IOException {
        line("mechanisms", id, command, on, fields);
    }

    void agency(String id, String command, LocalDate on, Map<String, Object> fields) throws IOException {
        line("agencies", id, command, on, fields);
    }

    private void line(String collection, String id, String command, LocalDate on, Map<String, Object> fields) throws IOException {
        Map<String, Object> body = fields("occurredOn", on.toString(), "recordMode", "HISTORICAL");
        body.putAll(fields);
        out.write(JSON.writeValueAsString(fields("collection", collection, "id", id, "command", command, "body", body)));
        out.write('\n');
        count++;
    }

    long count() {
        return count;
    }
}
