package mx.constancia.query.mechanism;

import java.util.List;

import mx.constancia.history.Lifecycle;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.http.Coded;
import mx.constancia.query.store.View;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.TerritorialCoverage;

/** Mechanisms (mecanismos de participación ciudadana) with what a list shows of their state. */
public final class MechanismsBoard implements Board {

    @Override
    public String name() {
        return "mechanisms";
    }

    @Override
    public String summary() {
        return "The mechanisms with what is most asked of their state (mecanismos).";
    }

    @Override
    public List<String> paths() {
        return List.of("/mechanisms");
    }

    @Override
    public View view() {
        return View.MECHANISMS;
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.text("agency", "agencyId", "id of the agency or entity"),
                Filter.code("type", "mechanismType", MechanismType.class, "type (G-9)"),
                Filter.code("modality", "modality", Modality.class, "modality (G-10)"),
                Filter.code("lifecycle", "lifecycle", Lifecycle.class, "where it is in its life"));
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.ID, Order.byText("name", "nameKey", false));
    }

    @Override
    public List<String> fields() {
        return MechanismDocuments.SUMMARY;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("id", "_id", "id of the mechanism"),
                Column.number("version", "version", "number of its events"),
                Column.number("position", "position", "place of its last event in the whole log"),
                Column.text("agencyId", "agencyId", "agency or entity"),
                Column.code("jurisdiction", "jurisdiction", Jurisdiction.class, "order of government"),
                Column.text("name", "name", "name"),
                new Column("lifecycle", Form.CODE, "where it is in its life", (mechanism, asked) ->
                        Coded.of(Lifecycle.valueOf(mechanism.getString("lifecycle")))),
                Column.code("mechanismType", "mechanismType", MechanismType.class, "type (G-9)"),
                Column.code("modality", "modality", Modality.class, "modality (G-10)"),
                Column.codes("incidenceLevels", "incidenceLevels", IncidenceLevel.class, "levels of incidence (G-11)"),
                Column.code("scope", "scope", TerritorialCoverage.class, "territorial coverage (G-29)"),
                Column.of("states", Form.TEXTS, "states", "two-digit INEGI keys of the states covered"),
                Column.date("startedOn", "startedOn", "first day of operation"),
                Column.date("concludedOn", "concludedOn", "last day of its life"),
                Column.number("activeMembers", "activeMembers", "members whose appointment has not ended"),
                Column.number("findings", "findings", "findings of all its events"));
    }
}
