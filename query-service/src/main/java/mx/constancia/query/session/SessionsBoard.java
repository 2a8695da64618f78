package mx.constancia.query.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import mx.constancia.history.MechanismState;
import mx.constancia.history.Session;
import mx.constancia.query.board.Asked;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Changed;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Derivation;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.board.Parameter;
import mx.constancia.query.http.Coded;
import mx.constancia.query.store.View;
import mx.constancia.vocabulary.SessionKind;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Sessions across mechanisms. */
public final class SessionsBoard implements Board {

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
                .append("date", Stream.of(session.heldOn(), session.convenedFor()).map(SessionsBoard::text)
                        .filter(date -> date != null).findFirst().orElse(""))
                .append("noticeSentOn", text(session.noticeSentOn()))
                .append("convenedFor", text(session.convenedFor()))
                .append("heldOn", text(session.heldOn()))
                .append("attendees", session.attendees())
                .append("quorumReached", session.quorumReached());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    @Override
    public List<Filter> filters() {
        Parameter on = new Parameter("on", Form.DATE, "legal date of the state; today when absent");
        Parameter state = new Parameter("state", Form.CODE, "state on that date", Stream.of(SessionState.values()).map(Enum::name).toList());
        return List.of(
                Filter.text("agency", "agencyId", "id of the mechanism's agency"),
                Filter.text("mechanism", "mechanismId", "id of the mechanism"),
                Filter.code("kind", "kind", SessionKind.class, "kind of session"),
                Filter.flag("quorum", "quorumReached", "whether the quorum was reached"),
                Filter.dates("date", "date", "day of the session"),
                new Filter(List.of(on, state), asked -> asked.code("state", SessionState.class).map(wanted -> wanted.on(date(asked)))));
    }

    private static LocalDate date(Asked asked) {
        return asked.date("on").orElse(asked.today());
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
                new Column("state", Form.CODE, "state on the date asked for", (session, asked) -> coded(SessionState.of(session, date(asked)))),
                Column.date("noticeSentOn", "noticeSentOn", "day on which the notice was sent"),
                Column.date("convenedFor", "convenedFor", "day that the notice named"),
                Column.date("heldOn", "heldOn", "day on which it took place"),
                Column.number("attendees", "attendees", "head count"),
                Column.of("quorumReached", Form.FLAG, "quorumReached", "quorum by the mechanism's own rules"),
                Column.of("version", Form.NUMBER, "version", "version of the mechanism's event that changed it last"));
    }

    private static Coded coded(SessionState state) {
        return new Coded(state.name(), state.es());
    }
}
