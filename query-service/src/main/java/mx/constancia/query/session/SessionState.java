package mx.constancia.query.session;

import java.time.LocalDate;
import java.util.List;

import com.mongodb.client.model.Filters;

import mx.constancia.query.board.DatedState;
import mx.constancia.vocabulary.Term;
import mx.constancia.vocabulary.Vocabulary;

import org.bson.Document;
import org.bson.conversions.Bson;

/** The state of a session on a legal date (estado de la sesión; G-23 I). */
@Vocabulary(article = "G-23", es = "Estado de la sesión")
public enum SessionState implements Term {

    /** Its day has not passed. */
    CONVENED("Convocada"),
    /** It took place. */
    HELD("Celebrada"),
    /** Its day has passed, and nobody recorded that it took place. */
    NOT_HELD("No celebrada");

    private static final String CONVENED_FOR = "convenedFor";
    private static final String HELD_ON = "heldOn";

    private final String es;

    SessionState(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }

    /** The state of a session's document on a date. */
    static SessionState of(Document session, LocalDate date) {
        if (DatedState.isUpTo(session.getString(HELD_ON), date)) {
            return HELD;
        }
        return DatedState.isUpTo(session.getString(CONVENED_FOR), date.minusDays(1)) ? NOT_HELD : CONVENED;
    }

    /** The condition on documents of sessions that are in this state on a date; it says what {@link #of} says. */
    Bson on(LocalDate date) {
        String on = date.toString();
        Bson notHeld = Filters.or(Filters.eq(HELD_ON, null), Filters.gt(HELD_ON, on));
        return Filters.and(switch (this) {
            case CONVENED -> List.of(notHeld, Filters.or(Filters.eq(CONVENED_FOR, null), Filters.gte(CONVENED_FOR, on)));
            case HELD -> List.of(Filters.lte(HELD_ON, on));
            case NOT_HELD -> List.of(notHeld, Filters.lt(CONVENED_FOR, on));
        });
    }
}
