package mx.constancia.command.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;

/** Takes a body off the wire, within its limit. */
final class BodyBytes {

    private static final int PART = 8_192;

    private BodyBytes() {
    }

    /**
     * The body's bytes.
     *
     * @throws ProblemException when it is too large, or not announced as plain JSON in UTF-8
     */
    static byte[] read(HttpServletRequest request, DataSize most, Duration mostTime) throws IOException {
        requireJson(request.getContentType());
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !"identity".equalsIgnoreCase(coding)) {
            throw unsupported("The body has a content coding.");
        }
        if (request.getContentLengthLong() > most.toBytes()) {
            throw tooLarge(most);
        }
        byte[] body = arriving(request.getInputStream(), Math.toIntExact(most.toBytes() + 1), System.nanoTime() + mostTime.toNanos());
        if (body.length > most.toBytes()) {
            throw tooLarge(most);
        }
        return body;
    }

    /** The server limits each pause; a body of many pauses has a limit of its own. */
    private static byte[] arriving(InputStream in, int most, long deadlineNanos) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        int read = 0;
        while (read >= 0 && body.size() < most) {
            read = in.read(part, 0, Math.min(PART, most - body.size()));
            body.write(part, 0, Math.max(0, read));
            if (read >= 0 && System.nanoTime() - deadlineNanos > 0) {
                throw Problem.of(ProblemType.REQUEST_TIMEOUT, "The body takes too long to arrive.").toException();
            }
        }
        return body.toByteArray();
    }

    private static void requireJson(@Nullable String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            if (!type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
                throw unsupported("The body is announced as " + type.getType() + "/" + type.getSubtype() + ".");
            }
            if (type.getCharset() != null && !"UTF-8".equals(type.getCharset().name())) {
                throw unsupported("The body is announced in " + type.getCharset() + ".");
            }
        } catch (InvalidMediaTypeException e) {
            throw unsupported("The body's media type is missing or malformed.");
        }
    }

    private static ProblemException unsupported(String detail) {
        return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail + " " + ProblemType.UNSUPPORTED_MEDIA_TYPE.explanation())
                .withHeader("Accept-Post", MediaType.APPLICATION_JSON_VALUE)
                .toException();
    }

    private static ProblemException tooLarge(DataSize most) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, "The body of a command has at most " + most.toBytes() + " bytes.")
                .with("maxBytes", most.toBytes())
                .toException();
    }
}
