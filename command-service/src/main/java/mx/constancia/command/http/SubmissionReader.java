package mx.constancia.command.http;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

import mx.constancia.command.http.body.BodyReader;
import mx.constancia.command.http.body.CommandBody;
import mx.constancia.command.http.body.CommandShape;
import mx.constancia.command.http.body.CommonFields;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.Submission;
import mx.constancia.events.Actor;

/** Turns a request into a submission: address, role, headers and then the body, so that little is read of what is refused. */
public final class SubmissionReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

    private final HttpProperties properties;

    SubmissionReader(HttpProperties properties) {
        this.properties = properties;
    }

    /**
     * Reads a command.
     *
     * @throws ProblemException when the request is no valid submission of it
     */
    Submission read(CommandShape shape, String id, Caller caller, HttpServletRequest request) throws IOException {
        requireId(id);
        CommandType type = shape.type();
        Actor actor = caller.in(type);
        String key = IdempotencyKey.read(values(request, IdempotencyKey.HEADER));
        @Nullable Long expectedVersion = IfMatch.read(type, values(request, IfMatch.HEADER));
        CommandBody body = BodyReader.read(shape, BodyBytes.read(request, properties.maxBody(), properties.maxBodyTime()));
        return submission(type, id, actor, key, expectedVersion, body, Correlation.current());
    }

    /**
     * Checks an aggregate's id.
     *
     * @throws ProblemException when it has not the form of one
     */
    public static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw Problem.of(ProblemType.INVALID_ID, ProblemType.INVALID_ID.explanation()).toException();
        }
    }

    /** Puts together what was read; whichever way a command comes, the same command has the same fingerprint. */
    public static Submission submission(CommandType type, String id, Actor actor, String key, @Nullable Long expectedVersion,
            CommandBody body, String correlationId) {
        CommonFields common = body.common();
        return new Submission(UUID.randomUUID().toString(), type, body.command(), id, common.occurredOn(), common.recordModeOrLive(), actor,
                common.onBehalfOf(), common.legalBasis(), common.documents(), common.source(), common.correctsEventId(), expectedVersion,
                key, Fingerprint.of(HttpMethod.POST.name(), type.path(id), body.canonical()), correlationId);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
