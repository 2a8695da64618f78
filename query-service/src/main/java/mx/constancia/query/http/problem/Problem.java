package mx.constancia.query.http.problem;

import java.io.Serial;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a question gets no answer, to be thrown. */
public final class Problem extends ErrorResponseException {

    @Serial
    private static final long serialVersionUID = 1;
    private static final String RETRY_SECONDS = "1";

    /**
     * A problem.
     *
     * @param detail one or two English sentences about this occurrence
     */
    public Problem(ProblemType type, String detail) {
        super(type.status(), body(type, detail), null);
        if (type.status().value() == 503) {
            getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    /** The same problem with one more member. */
    public Problem with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    static ProblemDetail body(ProblemType type, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), detail);
        body.setType(type.uri());
        body.setTitle(type.title());
        return body;
    }
}
