package mx.constancia.command.http.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of problem that the service answers with (RFC 9457, section 4). The type's address never changes, and
 * answers with a page that explains it.
 */
public enum ProblemType {

    MALFORMED_REQUEST(400, "The request is malformed", "Solicitud mal formada",
            "The request does not follow HTTP, or a header has no valid form. Correct it before you send it again."),
    INVALID_ID(400, "The id is not valid", "Identificador no válido",
            "An aggregate's id has 2 to 63 characters: lower-case letters, digits and dashes, and begins with a letter or digit."),
    MALFORMED_JSON(400, "The body is not valid JSON", "El cuerpo no es JSON válido",
            "The body breaks off, repeats a name, is nested too deeply, or is otherwise not JSON. The members line and column say where."),
    INVALID_BODY(400, "The body does not fit the command", "El cuerpo no corresponde al comando",
            "A field is missing, unknown or of another type. The member errors names every field; GET /commands lists the fields of each command."),
    IDEMPOTENCY_KEY_MISSING(400, "An idempotency key is required", "Falta la clave de idempotencia",
            "Send the header Idempotency-Key with a value that is new for each command and the same for each retry of it."),
    IDEMPOTENCY_KEY_INVALID(400, "The idempotency key is not valid", "Clave de idempotencia no válida",
            "The header Idempotency-Key takes one string of 1 to 128 printable ASCII characters, in quotes or as a bare token."),
    IF_MATCH_INVALID(400, "The If-Match header is not valid", "Encabezado If-Match no válido",
            "The header If-Match takes one strong entity tag, such as \"7\", or an asterisk. It is the ETag of the last answer or reading."),
    NOT_AUTHENTICATED(401, "A valid access token is required", "Se requiere un token de acceso válido",
            "Send an access token of the configured issuer, for the audience constancia and not expired, as Authorization: Bearer."),
    ROLE_MISSING(403, "Your role may not do this", "Su función no permite este acto",
            "The act belongs to other roles of the Guidelines. The member roles names them."),
    OUT_OF_SCOPE(403, "The aggregate belongs to another agency", "Pertenece a otra dependencia o entidad",
            "An officer acts only for its own agency or entity."),
    NOT_FOUND(404, "There is nothing at this address", "Dirección inexistente",
            "Commands are sent to /mechanisms/{id}/{command} and /agencies/{id}/{command}; GET /commands lists them."),
    UNKNOWN_COMMAND(404, "There is no such command", "Comando desconocido",
            "The collection has no command of this name. The member nearest names similar ones; GET /commands lists all."),
    UNKNOWN_AGGREGATE(404, "The aggregate does not exist", "No existe el expediente",
            "No event is recorded under this id. Check the id, or begin with the command that creates it."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "Método no permitido",
            "The header Allow names the methods that this address takes. Commands are sent with POST."),
    NOT_ACCEPTABLE(406, "No acceptable representation", "Representación no disponible",
            "The service answers with JSON."),
    REQUEST_TIMEOUT(408, "The request did not arrive in time", "La solicitud no llegó a tiempo",
            "The body stopped arriving. Nothing was recorded; send the command again."),
    ALREADY_EXISTS(409, "The aggregate exists already", "El expediente ya existe",
            "The command begins an aggregate, and one with this id exists. Choose another id, or use the commands that change it."),
    STATE_CONFLICT(409, "The state does not allow this any more", "El estado actual no lo permite",
            "The command conflicts with what is already recorded, such as a mechanism that is concluded or a seat that is taken. "
                    + "The member errors names each rule."),
    STALE_VERSION(412, "The version is not the current one", "La versión no es la actual",
            "Someone recorded something since you last read. Read again, look at what changed, and send the command with the current version."),
    BODY_TOO_LARGE(413, "The body is too large", "Cuerpo demasiado grande",
            "A command is small. Documents stay in the agency's archive; the command carries only their ids and digests."),
    DRY_RUN_TOO_LONG(413, "The dry run is too long", "Ensayo demasiado largo",
            "A dry run keeps what the lines would have made in memory, and may take no more. Rehearse the import in parts."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON", "El cuerpo debe ser JSON",
            "Send Content-Type: application/json, in UTF-8 and without content coding."),
    RULE_VIOLATED(422, "A rule rejects the command", "Una regla rechaza el acto",
            "The command breaks one or more legal or integrity rules. The member errors names each rule, its article and the field. "
                    + "A fact that happened in spite of the rule is recorded with recordMode HISTORICAL."),
    UNKNOWN_CODE(422, "A code is not in its vocabulary", "Código fuera de catálogo",
            "A field takes a code of a closed list. The member errors names the field, the article and the codes."),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request", "Clave de idempotencia ya utilizada",
            "A key names one command. Use a new key for a new command, and send a retry unchanged."),
    IF_MATCH_MISSING(428, "If-Match is required", "Falta el encabezado If-Match",
            "A command that changes something says which version it has seen: send the ETag that you last read as If-Match."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "Encabezados demasiado grandes",
            "Send fewer or smaller headers."),
    INTERNAL_ERROR(500, "The service failed", "Falla interna",
            "This is a fault of the service and not of the request. Quote the correlation id when you report it. "
                    + "A retry with the same idempotency key never records a command twice."),
    LOG_UNAVAILABLE(503, "The event log is not available", "El registro de eventos no está disponible",
            "Whether the command was recorded is unknown. Retry after the time in Retry-After, unchanged and with the same idempotency key."),
    ISSUER_UNAVAILABLE(503, "The token cannot be checked now", "El emisor de identidades no está disponible",
            "The issuer of the access tokens does not answer. Retry after the time in Retry-After."),
    OVERLOADED(503, "The service is busy", "Servicio saturado",
            "More commands are under way than the service takes at once. Nothing was recorded; retry after the time in Retry-After.");

    private static final String BASE = "/problems/";

    private final int status;
    private final String title;
    private final String es;
    private final String explanation;

    ProblemType(int status, String title, String es, String explanation) {
        this.status = status;
        this.title = title;
        this.es = es;
        this.explanation = explanation;
    }

    /** The HTTP status of its answers. */
    public int status() {
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

    /** Last segment of its address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its address, relative to the service. */
    public URI uri() {
        return URI.create(BASE + slug());
    }

    static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The kind that says no more than an HTTP status does. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> NOT_AUTHENTICATED;
            case 403 -> ROLE_MISSING;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> OVERLOADED;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
