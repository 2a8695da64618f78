package mx.constancia.query.call;

import java.time.LocalDate;
import java.util.List;

import com.mongodb.client.model.Filters;

import mx.constancia.query.board.DatedState;
import mx.constancia.vocabulary.Term;
import mx.constancia.vocabulary.Vocabulary;

import org.bson.Document;
import org.bson.conversions.Bson;

/** The state of a public call on a legal date (estado de la convocatoria; G-18). */
@Vocabulary(article = "G-18", es = "Estado de la convocatoria")
public enum CallState implements Term {

    /** Its first day for applications is later. */
    SCHEDULED("Por abrir"),
    /** Applications are received. */
    OPEN("Abierta"),
    /** Its last day for applications has passed, and nobody closed it. */
    EXPIRED("Vencida sin cierre"),
    /** Closed, with applications. */
    CLOSED("Cerrada"),
    /** Closed without an application (desierta). */
    VOID("Desierta");

    private static final String OPENS = "opensOn";
    private static final String CLOSES = "closesOn";
    private static final String CLOSED_ON = "closedOn";
    private static final String APPLICATIONS = "applications";

    private final String es;

    CallState(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }

    /** The state of a call's document on a date. */
    static CallState of(Document call, LocalDate date) {
        if (DatedState.isUpTo(call.getString(CLOSED_ON), date)) {
            return call.getInteger(APPLICATIONS, 0) == 0 ? VOID : CLOSED;
        }
        if (!DatedState.isUpTo(call.getString(OPENS), date)) {
            return SCHEDULED;
        }
        return DatedState.isUpTo(call.getString(CLOSES), date.minusDays(1)) ? EXPIRED : OPEN;
    }

    /** The condition on documents of calls that are in this state on a date; it says what {@link #of} says. */
    Bson on(LocalDate date) {
        String on = date.toString();
        Bson notClosed = Filters.or(Filters.eq(CLOSED_ON, null), Filters.gt(CLOSED_ON, on));
        Bson begun = Filters.lte(OPENS, on);
        return Filters.and(switch (this) {
            case SCHEDULED -> List.of(notClosed, Filters.gt(OPENS, on));
            case OPEN -> List.of(notClosed, begun, Filters.or(Filters.eq(CLOSES, null), Filters.gte(CLOSES, on)));
            case EXPIRED -> List.of(notClosed, begun, Filters.lt(CLOSES, on));
            case CLOSED -> List.of(Filters.lte(CLOSED_ON, on), Filters.gt(APPLICATIONS, 0));
            case VOID -> List.of(Filters.lte(CLOSED_ON, on), Filters.not(Filters.gt(APPLICATIONS, 0)));
        });
    }
}
