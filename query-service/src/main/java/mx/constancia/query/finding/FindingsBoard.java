package mx.constancia.query.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import mx.constancia.events.Finding;
import mx.constancia.events.RecordedEvent;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Derivation;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.board.Step;
import mx.constancia.query.store.View;
import mx.constancia.query.timeline.Facts;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.RecordMode;

import org.bson.Document;

/** Findings across mechanisms. */
public final class FindingsBoard implements Board {

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public String summary() {
        return "What the rulebook objected to without rejecting it (hallazgos).";
    }

    @Override
    public List<String> paths() {
        return List.of("/findings", "/agencies/{agency}/findings", "/mechanisms/{mechanism}/findings");
    }

    @Override
    public View view() {
        return View.FINDINGS;
    }

    @Override
    public Optional<Derivation> derivation() {
        return Optional.of(new Derivation(View.FINDINGS, Derivation.Kind.FACTS, FindingsBoard::documents));
    }

    static List<Document> documents(Step<?> step) {
        RecordedEvent event = step.event();
        List<Document> documents = new ArrayList<>();
        for (Finding finding : event.envelope().findings()) {
            Document base = Facts.base(step);
            documents.add(base.append("_id", base.getString("_id") + "/" + documents.size())
                    .append("version", event.version())
                    .append("eventId", event.eventId())
                    .append("code", finding.code())
                    .append("article", finding.article())
                    .append("detail", finding.detail())
                    .append("rulebook", event.envelope().rulebookId())
                    .append("actor", event.envelope().actor().userId()));
        }
        return documents;
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.text("agency", "agencyId", "id of the agency whose fact it is"),
                Filter.text("mechanism", "mechanismId", "id of the mechanism"),
                Filter.text("finding", "code", "code of the finding, such as G15-ONE-SIDED"),
                Filter.text("rule", "article", "article that it rests on, such as G-15"),
                Filter.text("rulebook", "rulebook", "rulebook that judged the fact"),
                Filter.code("type", "mechanismType", MechanismType.class, "type of the mechanism then (tipo)"),
                Filter.eventType("event", "type"),
                Filter.text("actor", "actor", "account that recorded the fact"),
                Filter.code("recordMode", "recordMode", RecordMode.class, "live or historical"),
                Filter.dates("occurred", "occurredOn", "legal date (fecha del hecho)"),
                Filter.instants("recorded", "recordedAt", "instant of recording (fecha de registro)"));
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.POSITION, Order.byText("occurredOn", "occurredOn", false), Order.byText("finding", "code", false));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("finding", "code", "code of the finding"),
                Column.text("rule", "article", "article that it rests on"),
                Column.text("detail", "detail", "what is wrong"),
                Column.text("rulebook", "rulebook", "rulebook that judged the fact"),
                Column.text("agency", "agencyId", "agency whose fact it is"),
                Column.text("mechanism", "mechanismId", "mechanism; absent for facts of others"),
                Column.text("mechanismName", "mechanismName", "name of the mechanism then"),
                Column.code("type", "mechanismType", MechanismType.class, "type of the mechanism then (tipo)"),
                Column.text("event", "type", "logical type name of the event"),
                Column.text("eventId", "eventId", "id of the event"),
                Column.of("position", Form.NUMBER, "position", "place of the event in the whole log"),
                Column.of("version", Form.NUMBER, "version", "place of the event in its stream"),
                Column.date("occurredOn", "occurredOn", "legal date (fecha del hecho)"),
                Column.of("recordedAt", Form.INSTANT, "recordedAt", "instant of recording (fecha de registro)"),
                Column.code("recordMode", "recordMode", RecordMode.class, "live or historical"),
                Column.text("actor", "actor", "account that recorded the fact"));
    }
}
