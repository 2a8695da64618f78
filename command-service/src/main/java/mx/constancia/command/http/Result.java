package mx.constancia.command.http;

import java.util.Locale;

import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.Outcome;

/** How a command ended, for metrics and logs. */
public enum Result {

    RECORDED, REPLAYED, REJECTED, STALE, CONFLICT, FORBIDDEN, INVALID, UNAVAILABLE, FAILED;

    /** As metrics and logs name it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Result of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> recorded.replayed() ? REPLAYED : RECORDED;
            case Outcome.Rejected rejected -> REJECTED;
            case Outcome.Stale stale -> STALE;
            case Outcome.AlreadyExists exists -> CONFLICT;
            case Outcome.OutOfScope foreign -> FORBIDDEN;
            case Outcome.Unknown unknown -> INVALID;
            case Outcome.KeyReused reused -> INVALID;
        };
    }

    /** The result of a command that never got an outcome. */
    public static Result of(ProblemType problem) {
        return switch (problem.status()) {
            case 403 -> FORBIDDEN;
            case 412 -> STALE;
            case 500 -> FAILED;
            case 503 -> UNAVAILABLE;
            default -> INVALID;
        };
    }
}
