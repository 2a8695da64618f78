package mx.constancia.command.http.body;

import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import mx.constancia.command.http.problem.FieldError;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;

/** Reads bodies strictly: what a person may have meant otherwise is refused and not guessed. */
public final class BodyReader {

    private static final int DEEPEST_NESTING = 64;
    private static final int LONGEST_NUMBER = 40;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private BodyReader() {
    }

    /**
     * Reads the body of a command.
     *
     * @throws ProblemException when it is not JSON or does not fit; it names everything that is wrong
     */
    public static CommandBody read(CommandShape shape, byte[] bytes) {
        return read(shape, object(bytes, "The body"));
    }

    /**
     * Reads JSON strictly.
     *
     * @param whole what it is, as the beginning of a sentence
     * @throws ProblemException when it is not one JSON object
     */
    public static ObjectNode object(byte[] bytes, String whole) {
        if (!(parse(bytes) instanceof ObjectNode object)) {
            throw Problem.of(ProblemType.INVALID_BODY, whole + " must be one JSON object.").toException();
        }
        return object;
    }

    /** Reads the body of a command that was parsed already; see {@link #read(CommandShape, byte[])}. */
    public static CommandBody read(CommandShape shape, ObjectNode body) {
        byte[] canonical = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        check(shape, body);
        ObjectNode common = JSON.createObjectNode();
        for (String name : List.copyOf(body.propertyNames())) {
            if (CommandShape.COMMON_NAMES.contains(name)) {
                common.set(name, body.remove(name));
            }
        }
        return new CommandBody(bind(body, shape.type().record()), bind(common, CommonFields.class), canonical);
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (StreamConstraintsException e) {
            throw malformed("The body is nested deeper than " + DEEPEST_NESTING + " levels, or has an overlong number.", e);
        } catch (JacksonException e) {
            throw malformed(e.getOriginalMessage(), e);
        }
    }

    private static ProblemException malformed(String reason, JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        if (location == null || location.getLineNr() < 1) {
            return Problem.of(ProblemType.MALFORMED_JSON, reason).toException();
        }
        return Problem.of(ProblemType.MALFORMED_JSON, "Line " + location.getLineNr() + ", column " + location.getColumnNr() + ": " + reason)
                .with("line", location.getLineNr())
                .with("column", location.getColumnNr())
                .toException();
    }

    private static void check(CommandShape shape, ObjectNode body) {
        BodyCheck check = new BodyCheck();
        check.object(body, shape.body(), "");
        if (!check.misfits().isEmpty()) {
            throw misfit(check.misfits());
        }
        if (!check.unknownCodes().isEmpty()) {
            throw unknownCodes(check.unknownCodes());
        }
    }

    private static ProblemException misfit(List<FieldError> errors) {
        return Problem.of(ProblemType.INVALID_BODY, sentence(errors)).withErrors(errors).toException();
    }

    private static ProblemException unknownCodes(List<FieldError> errors) {
        return Problem.of(ProblemType.UNKNOWN_CODE, sentence(errors)).withErrors(errors).toException();
    }

    private static String sentence(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String more = errors.size() == 1 ? "." : ", and " + (errors.size() - 1) + " more; see errors.";
        return first.field() + " " + first.detail() + more;
    }

    private static <T> T bind(ObjectNode node, Class<T> record) {
        try {
            return JSON.treeToValue(node, record);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw misfit(List.of(FieldError.of(path(e), refused.getMessage())));
            }
            throw e;
        }
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
