package mx.constancia.command.http.imports;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a line.
 *
 * @param line     the line's number, from 1
 * @param result   what became of it
 * @param version  the aggregate's version after it; absent unless it is, was or would be recorded
 * @param position position of its last event; absent unless it is or was recorded
 * @param findings how many things the rulebook objects to; absent unless it is or would be recorded now
 * @param problem  what is wrong, as the command alone would be answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineAnswer(
        long line,
        @JsonIgnore LineResult result,
        @Nullable Long version,
        @Nullable Long position,
        @Nullable Integer findings,
        @Nullable Map<String, Object> problem) {

    /** The name of the result. */
    @JsonProperty("outcome")
    String outcome() {
        return result.tag();
    }

    static LineAnswer recorded(long line, long version, long position, int findings) {
        return new LineAnswer(line, LineResult.RECORDED, version, position, findings, null);
    }

    static LineAnswer known(long line, long version, @Nullable Long position) {
        return new LineAnswer(line, LineResult.KNOWN, version, position, null, null);
    }

    static LineAnswer accepted(long line, long version, int findings) {
        return new LineAnswer(line, LineResult.ACCEPTED, version, null, findings, null);
    }

    static LineAnswer refused(long line, Map<String, Object> problem) {
        return new LineAnswer(line, LineResult.REFUSED, null, null, null, problem);
    }

    static LineAnswer failed(long line, Map<String, Object> problem) {
        return new LineAnswer(line, LineResult.FAILED, null, null, null, problem);
    }
}
