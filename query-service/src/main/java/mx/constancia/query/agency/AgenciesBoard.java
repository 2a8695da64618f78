package mx.constancia.query.agency;

import java.util.List;

import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Order;
import mx.constancia.query.store.View;
import mx.constancia.vocabulary.AgencyKind;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.LabourRegime;

/** Agencies and entities (dependencias y entidades; G-2). */
public final class AgenciesBoard implements Board {

    @Override
    public String name() {
        return "agencies";
    }

    @Override
    public String summary() {
        return "The agencies and entities (dependencias y entidades; G-2).";
    }

    @Override
    public List<String> paths() {
        return List.of("/agencies");
    }

    @Override
    public View view() {
        return View.AGENCIES;
    }

    @Override
    public List<Filter> filters() {
        return List.of();
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.ID, Order.byText("name", "nameKey", false));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("id", "_id", "id of the agency or entity"),
                Column.number("version", "version", "number of its events"),
                Column.text("name", "name", "official name"),
                Column.code("kind", "kind", AgencyKind.class, "agency or entity"),
                Column.code("jurisdiction", "jurisdiction", Jurisdiction.class, "order of government"),
                Column.code("labourRegime", "labourRegime", LabourRegime.class, "labour regime"),
                Column.text("timeZone", "timeZone", "IANA zone of its seat"),
                Column.text("legalCreation", "legalCreation", "the norm that created it"));
    }
}
