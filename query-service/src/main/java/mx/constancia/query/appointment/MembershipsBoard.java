package mx.constancia.query.appointment;

import java.util.List;
import java.util.Optional;

import com.mongodb.client.model.Filters;

import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Derivation;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.board.Parameter;
import mx.constancia.query.store.View;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.EntryRoute;
import mx.constancia.vocabulary.MemberKind;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.SeparationCause;
import mx.constancia.vocabulary.Tenure;

/** Memberships (integraciones): who is or was in which seat, across mechanisms. All of it is public (G-38 VI, G-40). */
public final class MembershipsBoard implements Board {

    private static final String PATH = "appointment.";

    static final List<Column> COLUMNS = List.of(
            Column.text("mechanism", "mechanismId", "mechanism"),
            Column.text("mechanismName", "mechanismName", "name of the mechanism"),
            Column.text("agency", "agencyId", "agency of the mechanism"),
            Column.text("appointmentId", PATH + "appointmentId", "id within the mechanism"),
            Column.text("seat", PATH + "seatId", "seat (asiento)"),
            Column.code("seatRole", PATH + "seatRole", SeatRole.class, "role of the seat"),
            Column.code("tenure", PATH + "tenure", Tenure.class, "titular or alternate"),
            Column.text("person", PATH + "personRef", "reference of the person (personRef)"),
            Column.text("publicName", PATH + "publicName", "name, public by G-38 VI and G-40"),
            Column.code("kind", PATH + "memberKind", MemberKind.class, "public service or civil society"),
            Column.code("sector", PATH + "sector", CivilSector.class, "civil sector (G-17)"),
            Column.text("representedBody", PATH + "representedBody", "body that the seat represents"),
            Column.text("office", PATH + "office", "office of a public servant"),
            Column.code("entryRoute", PATH + "entryRoute", EntryRoute.class, "how the person came to the seat"),
            Column.date("from", PATH + "from", "first day in the seat"),
            Column.date("plannedTo", PATH + "plannedTo", "planned last day"),
            Column.date("separatedOn", PATH + "separatedOn", "first day without the seat"),
            Column.code("cause", PATH + "cause", SeparationCause.class, "cause of separation (G-21)"),
            Column.text("fraction", PATH + "fraction", "fraction of G-21"),
            Column.of("active", Form.FLAG, "active", "whether it has not ended"),
            Column.of("version", Form.NUMBER, "version", "version of the mechanism's event that changed it last"));

    @Override
    public String name() {
        return "memberships";
    }

    @Override
    public String summary() {
        return "Who is or was in which seat, across mechanisms (integrantes).";
    }

    @Override
    public List<String> paths() {
        return List.of("/memberships", "/persons/{person}/memberships");
    }

    @Override
    public View view() {
        return View.APPOINTMENTS;
    }

    @Override
    public Optional<Derivation> derivation() {
        return Optional.of(AppointmentDocuments.DERIVATION);
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.text("person", PATH + "personRef", "reference of the person (personRef)"),
                Filter.text("agency", "agencyId", "id of the mechanism's agency"),
                Filter.text("mechanism", "mechanismId", "id of the mechanism"),
                Filter.text("seat", PATH + "seatId", "id of the seat within the mechanism (asiento)"),
                Filter.code("kind", PATH + "memberKind", MemberKind.class, "public service or civil society"),
                Filter.code("sector", PATH + "sector", CivilSector.class, "civil sector (G-17)"),
                Filter.code("seatRole", PATH + "seatRole", SeatRole.class, "role of the seat"),
                Filter.code("tenure", PATH + "tenure", Tenure.class, "titular or alternate"),
                Filter.code("entryRoute", PATH + "entryRoute", EntryRoute.class, "how the person came to the seat"),
                Filter.code("cause", PATH + "cause", SeparationCause.class, "cause of separation (G-21)"),
                Filter.flag("active", "active", "whether it has not ended"),
                Filter.of(new Parameter("on", Form.DATE, "a legal date on which the seat was held"), asked -> asked.date("on").map(date ->
                        Filters.and(Filters.lte(PATH + "from", date.toString()),
                                Filters.or(Filters.eq(PATH + "separatedOn", null), Filters.gt(PATH + "separatedOn", date.toString()))))));
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.ID, Order.byText("from", PATH + "from", false));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }
}
