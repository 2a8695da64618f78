package mx.constancia.query.http.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.springframework.http.HttpStatus;

/** Every kind of problem that the service answers with (RFC 9457, section 4). Its address never changes and explains it. */
public enum ProblemType {

    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request is malformed", "Solicitud mal formada",
            "The request does not follow HTTP, or a header has no valid form. Correct it before you send it again."),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is not valid", "Parámetro no válido",
            "A parameter is unknown, of another type, or outside its limits. The detail names it and says what is accepted."),
    INVALID_CURSOR(HttpStatus.BAD_REQUEST, "The cursor is not valid", "Cursor no válido",
            "A cursor is taken as it is from the member next of the page before, together with the same sort. Begin again without one."),
    AMBIGUOUS_MOMENT(HttpStatus.BAD_REQUEST, "More than one moment is asked for", "Más de un momento solicitado",
            "A moment is named by one clock of the log: asOf, atPosition, atVersion or knownBy. Send one of them, or none for now. "
                    + "happenedBy, the legal date, may stand beside each of them."),
    FUTURE_MOMENT(HttpStatus.BAD_REQUEST, "The moment has not come", "El momento aún no llega",
            "What the state will be later is not known. Ask for an instant or a date that has come, or for none."),
    TOO_FAR_APART(HttpStatus.BAD_REQUEST, "Too much lies between the two moments", "Los dos momentos están demasiado lejos uno de otro",
            "A comparison looks at 5,000 events at most. Compare in steps: from the first moment to one between them, and from there on."),
    NOT_AUTHENTICATED(HttpStatus.UNAUTHORIZED, "The access token is not accepted", "Token de acceso no aceptado",
            "The token is expired, malformed, or not of the configured issuer for the audience constancia. Public data need no token."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "This address is for operators", "Dirección reservada a la operación",
            "Metrics and management addresses are read with a token of the role OPERATOR."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address", "Dirección inexistente",
            "No address of the service looks like this one."),
    UNKNOWN_MECHANISM(HttpStatus.NOT_FOUND, "The mechanism is not known", "Mecanismo desconocido",
            "No event of a mechanism with this id is in the read models. After a command, ask with min-position to wait for it."),
    UNKNOWN_AGENCY(HttpStatus.NOT_FOUND, "The agency is not known", "Dependencia o entidad desconocida",
            "No event of an agency with this id is in the read models. After a command, ask with min-position to wait for it."),
    UNKNOWN_EVENT(HttpStatus.NOT_FOUND, "The event is not known", "Hecho desconocido",
            "No event with this id or position is in the read models. After a command, ask with min-position to wait for it."),
    BEFORE_THE_BEGINNING(HttpStatus.NOT_FOUND, "It did not exist then", "No existía entonces",
            "No event of the mechanism or agency counts at this moment. The members firstPosition, firstRecordedAt and firstOccurredOn tell of its first one."),
    BEYOND_THE_HEAD(HttpStatus.NOT_FOUND, "This part of history is not there yet", "Aún no existe esa parte de la historia",
            "The position, version or size is higher than the highest that can be read. The members visibleHead, version or size name that one."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed here", "Método no permitido",
            "The query service only answers questions: GET and HEAD."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No acceptable representation", "Representación no disponible",
            "The service answers with JSON; the log is also sent as lines (application/x-ndjson) and as a stream (text/event-stream)."),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "The service failed", "Falla interna",
            "This is a fault of the service and not of the request."),
    NOT_VISIBLE_YET(HttpStatus.SERVICE_UNAVAILABLE, "The position is not visible yet", "La posición aún no es visible",
            "The read models did not reach min-position in time. Retry after the time in Retry-After; the member visibleHead says how far they are."),
    NOT_PUBLISHED_YET(HttpStatus.SERVICE_UNAVAILABLE, "The ledger has not published it yet", "La bitácora aún no lo publica",
            "An event is published when a signed checkpoint covers it, a moment after it is recorded. Retry after the time in Retry-After."),
    VIEWS_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The read models are not available", "Los modelos de lectura no están disponibles",
            "The store of the read models does not answer. Retry after the time in Retry-After."),
    ISSUER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The token cannot be checked now", "El emisor de identidades no está disponible",
            "The issuer of the access tokens does not answer. Retry after the time in Retry-After; public data need no token."),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "The service is busy", "Servicio saturado",
            "More requests wait for a position, replay the log or listen to it than the service takes at once. Retry after the time in Retry-After.");

    private final HttpStatus status;
    private final String title;
    private final String es;
    private final String explanation;

    ProblemType(HttpStatus status, String title, String es, String explanation) {
        this.status = status;
        this.title = title;
        this.es = es;
        this.explanation = explanation;
    }

    /** The HTTP status of its answers. */
    public HttpStatus status() {
        return status;
    }

    /** What it is, in English; the same in every answer. */
    public String title() {
        return title;
    }

    /** What it is, in Spanish. */
    public String es() {
        return es;
    }

    /** What it means and what to do, in English. */
    public String explanation() {
        return explanation;
    }

    /** Its address, relative to the service. */
    public URI uri() {
        return URI.create("/problems/" + slug());
    }

    /** Last segment of its address. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The kind that says no more than an HTTP status does. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> NOT_AUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
