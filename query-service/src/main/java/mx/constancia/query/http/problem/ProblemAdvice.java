package mx.constancia.query.http.problem;

import java.util.Objects;

import com.mongodb.MongoException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a question ends with into a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable ResponseEntity<Object> viewsAway(MongoException e, WebRequest request) {
        LOG.warn("outcome=views-unavailable reason={}", e.getClass().getSimpleName());
        Problem problem = new Problem(ProblemType.VIEWS_UNAVAILABLE, ProblemType.VIEWS_UNAVAILABLE.explanation());
        return handleErrorResponseException(problem, problem.getHeaders(), problem.getStatusCode(), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> failed(RuntimeException e, WebRequest request) {
        LOG.error("outcome=failed", e);
        Problem problem = new Problem(ProblemType.INTERNAL_ERROR, ProblemType.INTERNAL_ERROR.explanation());
        return handleErrorResponseException(problem, problem.getHeaders(), problem.getStatusCode(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        return invalid(Objects.requireNonNullElse(name, ""), e.getRequiredType(), headers, request);
    }

    /** Arguments that are records hold parameters only. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError error = Objects.requireNonNull(e.getFieldError());
        Class<?> type = error.contains(TypeMismatchException.class) ? error.unwrap(TypeMismatchException.class).getRequiredType() : null;
        return invalid(error.getField(), type, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Problem problem = new Problem(ProblemType.INVALID_PARAMETER, "The parameter " + e.getParameterName() + " is required.")
                .with("parameter", e.getParameterName());
        return handleErrorResponseException(problem, headers, problem.getStatusCode(), request);
    }

    private @Nullable ResponseEntity<Object> invalid(String name, @Nullable Class<?> type, HttpHeaders headers, WebRequest request) {
        Problem problem = new Problem(ProblemType.INVALID_PARAMETER, "The parameter " + name + " takes " + Accepted.of(type) + ".")
                .with("parameter", name);
        return handleErrorResponseException(problem, headers, problem.getStatusCode(), request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && (problem.getType() == null || !problem.getType().getPath().startsWith("/problems/"))) {
            ProblemType type = ProblemType.ofStatus(status.value());
            problem.setType(type.uri());
            problem.setTitle(type.title());
        }
        HttpHeaders more = new HttpHeaders(headers);
        more.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        more.setCacheControl("no-store");
        return super.createResponseEntity(body, more, status, request);
    }
}
