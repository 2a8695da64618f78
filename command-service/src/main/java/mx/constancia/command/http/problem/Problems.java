package mx.constancia.command.http.problem;

import java.net.SocketTimeoutException;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;

import mx.constancia.decision.LogUnavailableException;

/** The one table from exception to answer. */
public final class Problems {

    /** Seconds that a caller waits before it tries again; the parts come back in seconds or not soon. */
    public static final String RETRY_AFTER_SECONDS = "5";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {
    }

    /** What to answer. What the service did not foresee is logged here, and told without its reason. */
    public static Problem of(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> e.problem();
            case LogUnavailableException e -> unavailable(ProblemType.LOG_UNAVAILABLE, e,
                    "The event log cannot be reached. Whether the command was recorded is unknown; retry with the same Idempotency-Key.");
            case AuthenticationServiceException e -> unavailable(ProblemType.ISSUER_UNAVAILABLE, e, "The issuer's keys cannot be fetched.");
            case JwtDecoderInitializationException e ->
                    unavailable(ProblemType.ISSUER_UNAVAILABLE, e, "The issuer's configuration cannot be fetched.");
            case RequestRejectedException e ->
                    Problem.of(ProblemType.MALFORMED_REQUEST, "The address, method or a header has characters that are not accepted.");
            case SocketTimeoutException e -> Problem.of(ProblemType.REQUEST_TIMEOUT, "The rest of the body did not arrive.");
            case ErrorResponse e -> ofSpring(e);
            default -> {
                LOG.error("outcome=failed error={}", thrown.getClass().getName(), thrown);
                yield Problem.of(ProblemType.INTERNAL_ERROR, "The service failed for a reason of its own.");
            }
        };
    }

    private static Problem unavailable(ProblemType type, Throwable cause, String detail) {
        LOG.warn("outcome=unavailable part={} error={} reason=\"{}\"", type.slug(), cause.getClass().getSimpleName(), cause.getMessage());
        return Problem.of(type, detail).withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private static Problem ofSpring(ErrorResponse e) {
        ProblemType type = ProblemType.ofStatus(e.getStatusCode().value());
        Problem problem = Problem.of(type, Objects.requireNonNullElse(e.getBody().getDetail(), type.explanation()));
        String allow = e.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? problem : problem.withHeader(HttpHeaders.ALLOW, allow);
    }
}
