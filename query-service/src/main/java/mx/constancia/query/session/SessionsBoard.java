package mx.constancia.query.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import mx.constancia.history.MechanismState;
import mx.constancia.history.Session;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Changed;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.DatedState;
import mx.constancia.query.board.Derivation;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.store.View;
import mx.constancia.vocabulary.SessionKind;

import org.bson.Document;

/** Sessions across mechanisms. */
public final class SessionsBoard implements Board {

    private static final DatedState<SessionState> STATE = new DatedState<>(SessionState.class, SessionState::of, SessionState::on);

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public String summary() {
        return "Sessions, convened and held (sesiones; G-23 I, G-25 VI).";
    }

    @Override
    public List<String> paths() {
        return List.of("/sessions", "/mechanisms/{mechanism}/sessions");
    }

    @Override
    public View view() {
        return View.SESSIONS;
    }

    @Override
    public Optional<Derivation> derivation() {
        return Optional.of(new Derivation(View.SESSIONS, Derivation.Kind.STATES,
                step -> Changed.documents(step, MechanismState::sessions, SessionsBoard::document)));
    }

    static Document document(Session session) {
        return new Document("sessionId", session.sessionId())
                .append("kind", session.kind())
                .append("number", session.number())
                .append("date", Stream.of(session.heldOn(), session.convenedFor()).map(DatedState::text)
                        .filter(date -> date != null).findFirst().orElse(""))
                .append("noticeSentOn", DatedState.text(session.noticeSentOn()))
                .append("convenedFor", DatedState.text(session.convenedFor()))
                .append("heldOn", DatedState.text(session.heldOn()))
                .append("attendees", session.attendees())
                .append("quorumReached", session.quorumReached());
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.text("agency", "agencyId", "id of the mechanism's agency"),
                Filter.text("mechanism", "mechanismId", "id of the mechanism"),
                Filter.code("kind", "kind", SessionKind.class, "kind of session"),
                Filter.flag("quorum", "quorumReached", "whether the quorum was reached"),
                Filter.dates("date", "date", "day of the session"),
                STATE.filter());
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.ID, Order.byText("date", "date", true));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("mechanism", "mechanismId", "mechanism"),
                Column.text("mechanismName", "mechanismName", "name of the mechanism"),
                Column.text("agency", "agencyId", "agency of the mechanism"),
                Column.text("sessionId", "sessionId", "id within the mechanism"),
                Column.code("kind", "kind", SessionKind.class, "kind of session"),
                Column.text("number", "number", "number in the mechanism's own count"),
                STATE.column(),
                Column.date("noticeSentOn", "noticeSentOn", "day on which the notice was sent"),
                Column.date("convenedFor", "convenedFor", "day that the notice named"),
                Column.date("heldOn", "heldOn", "day on which it took place"),
                Column.number("attendees", "attendees", "head count"),
                Column.of("quorumReached", Form.FLAG, "quorumReached", "quorum by the mechanism's own rules"),
                Column.of("version", Form.NUMBER, "version", "version of the mechanism's event that changed it last"));
    }
}
