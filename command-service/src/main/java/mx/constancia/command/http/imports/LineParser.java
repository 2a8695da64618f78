package mx.constancia.command.http.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import mx.constancia.command.http.Caller;
import mx.constancia.command.http.CommandDirectory;
import mx.constancia.command.http.SubmissionReader;
import mx.constancia.command.http.body.BodyReader;
import mx.constancia.command.http.body.CommandShape;
import mx.constancia.command.http.imports.LineReader.RawLine;
import mx.constancia.command.http.problem.FieldError;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.Submission;
import mx.constancia.events.Actor;

/**
 * Turns the lines of one import into commands, with what a command alone is held against: its address, the caller's role, its body.
 * What a line leaves out is the version that the caller has seen: what came before it in the import decides.
 */
final class LineParser {

    private static final List<String> FIELDS = List.of("collection", "id", "command", "body", "key");
    private static final int LONGEST_KEY = 128;

    private final CommandDirectory directory;
    private final Caller caller;
    private final String importId;
    private final String correlationId;
    private final int longestLine;

    LineParser(CommandDirectory directory, Caller caller, String importId, String correlationId, int longestLine) {
        this.directory = directory;
        this.caller = caller;
        this.importId = importId;
        this.correlationId = correlationId;
        this.longestLine = longestLine;
    }

    /** The line; one that holds no command is answered already. */
    Line parse(RawLine raw) {
        try {
            return Line.of(raw.number(), raw.length(), submission(raw));
        } catch (ProblemException e) {
            return Line.wrong(raw.number(), raw.length(), correlationId, e.problem());
        }
    }

    private Submission submission(RawLine raw) {
        byte @Nullable [] bytes = raw.bytes();
        if (bytes == null) {
            throw Problem.of(ProblemType.BODY_TOO_LARGE, "A line has at most " + longestLine + " bytes.")
                    .with("maxBytes", longestLine).toException();
        }
        ObjectNode json = BodyReader.object(bytes, "A line");
        for (String name : json.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw misfit(name, "is not a field of a line");
            }
        }
        CommandShape shape = directory.find(text(json, "collection"), text(json, "command"));
        String id = text(json, "id");
        SubmissionReader.requireId(id);
        Actor actor = caller.in(shape.type());
        if (!(json.get("body") instanceof ObjectNode body)) {
            throw misfit("body", "is required (object)");
        }
        return SubmissionReader.submission(shape.type(), id, actor, key(json, raw.number()), null, BodyReader.read(shape, body),
                correlationId);
    }

    /** Own keys and line numbers are told apart, and both from the keys of commands that are sent alone. */
    private String key(ObjectNode json, long number) {
        if (!json.has("key")) {
            return "import " + importId + " line " + number;
        }
        String key = text(json, "key");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw misfit("key", "has 1 to " + LONGEST_KEY + " characters");
        }
        return "import " + importId + " key " + key;
    }

    private static String text(ObjectNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isString()) {
            throw misfit(name, "is required (string)");
        }
        return value.stringValue();
    }

    private static ProblemException misfit(String field, String detail) {
        return Problem.of(ProblemType.INVALID_BODY, field + " " + detail + ".").withErrors(List.of(FieldError.of(field, detail))).toException();
    }
}
