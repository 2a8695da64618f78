package mx.constancia.query.call;

import java.util.List;
import java.util.Optional;

import mx.constancia.events.mechanism.SeatOffer;
import mx.constancia.history.MechanismState;
import mx.constancia.history.PublicCall;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Changed;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.DatedState;
import mx.constancia.query.board.Derivation;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.store.View;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.PublicationChannel;

import org.bson.Document;

/** Public calls across mechanisms. */
public final class CallsBoard implements Board {

    private static final DatedState<CallState> STATE = new DatedState<>(CallState.class, CallState::of, CallState::on);

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public String summary() {
        return "Public calls and their state on a legal date (convocatorias; G-18).";
    }

    @Override
    public List<String> paths() {
        return List.of("/calls", "/mechanisms/{mechanism}/calls");
    }

    @Override
    public View view() {
        return View.CALLS;
    }

    @Override
    public Optional<Derivation> derivation() {
        return Optional.of(new Derivation(View.CALLS, Derivation.Kind.STATES,
                step -> Changed.documents(step, MechanismState::calls, CallsBoard::document)));
    }

    static Document document(PublicCall call) {
        return new Document("callId", call.callId())
                .append("purpose", call.content().purpose())
                .append("opensOn", call.opensOn().toString())
                .append("closesOn", DatedState.text(call.closesOn()))
                .append("closedOn", DatedState.text(call.closedOn()))
                .append("applications", call.applications())
                .append("amendments", call.amendments())
                .append("channels", call.channels())
                .append("sectors", call.seatsOffered().stream().map(SeatOffer::sector).distinct().toList())
                .append("seats", call.seatsOffered().stream().mapToInt(SeatOffer::seats).sum())
                .append("alternates", call.seatsOffered().stream().mapToInt(SeatOffer::alternates).sum());
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.text("agency", "agencyId", "id of the mechanism's agency"),
                Filter.text("mechanism", "mechanismId", "id of the mechanism"),
                Filter.code("sector", "sectors", CivilSector.class, "civil sector that it offers seats to (G-17)"),
                Filter.code("channel", "channels", PublicationChannel.class, "where it was published"),
                Filter.dates("opens", "opensOn", "of the first days for applications"),
                STATE.filter());
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.ID, Order.byText("opensOn", "opensOn", true));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("mechanism", "mechanismId", "mechanism"),
                Column.text("mechanismName", "mechanismName", "name of the mechanism"),
                Column.text("agency", "agencyId", "agency of the mechanism"),
                Column.text("callId", "callId", "id within the mechanism"),
                STATE.column(),
                Column.text("purpose", "purpose", "G-18 II: purpose"),
                Column.date("opensOn", "opensOn", "first day for applications"),
                Column.date("closesOn", "closesOn", "last day for applications, as last amended; absent when permanent"),
                Column.date("closedOn", "closedOn", "day of its closing"),
                Column.number("applications", "applications", "applications received, once closed"),
                Column.number("amendments", "amendments", "times that it was amended"),
                Column.codes("channels", "channels", PublicationChannel.class, "where it was published"),
                Column.codes("sectors", "sectors", CivilSector.class, "sectors that it offers seats to"),
                Column.number("seats", "seats", "titular seats offered"),
                Column.number("alternates", "alternates", "alternates' seats offered"),
                Column.of("version", Form.NUMBER, "version", "version of the mechanism's event that changed it last"));
    }
}
