package mx.constancia.query.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.board.Asked;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Derivation;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.board.Parameter;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.log.LogReader;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.vocabulary.RecordMode;

import org.bson.Document;
import org.bson.conversions.Bson;

/** The timeline across mechanisms. */
public final class TimelineBoard implements Board {

    static final List<Filter> EVENT_FILTERS = List.of(
            Filter.text("agency", "agencyId", "id of the agency whose fact it is"),
            Filter.text("mechanism", "mechanismId", "id of the mechanism"),
            Filter.eventType("type", "type"),
            Filter.text("actor", "actor", "account that recorded it"),
            Filter.text("rule", "rules", "article that governed the decision, such as G-18"),
            Filter.text("finding", "findings", "code of a finding that it carries"),
            Filter.code("recordMode", "recordMode", RecordMode.class, "live or historical"),
            Filter.dates("occurred", "occurredOn", "legal date (fecha del hecho)"),
            Filter.instants("recorded", "recordedAt", "instant of recording (fecha de registro)"));

    static final List<Column> EVENT_COLUMNS = List.of(
            new Column("position", Form.NUMBER, "place in the whole log", (document, asked) -> document.getLong("position")),
            Column.text("stream", "stream", "stream of the event"),
            new Column("version", Form.NUMBER, "place in the stream", (document, asked) -> document.getLong("version")),
            Column.text("agency", "agencyId", "agency whose fact it is"),
            Column.text("mechanism", "mechanismId", "mechanism; absent for facts of others"),
            Column.text("mechanismName", "mechanismName", "name of the mechanism then"),
            Column.text("eventId", "eventId", "id of the event"),
            Column.text("type", "type", "logical type name"),
            new Column("title", Form.TEXT, "what kind of fact it is, in Spanish", (document, asked) -> Titles.of(document.getString("type")).es()),
            Column.date("occurredOn", "occurredOn", "legal date (fecha del hecho)"),
            Column.of("recordedAt", Form.INSTANT, "recordedAt", "instant of recording (fecha de registro)"),
            Column.number("delayDays", "delayDays", "days from the legal date to the recording"),
            Column.code("recordMode", "recordMode", RecordMode.class, "live or historical"),
            Column.text("actor", "actor", "account that recorded it"),
            Column.text("role", "role", "role in which the account acted"),
            Column.of("rules", Form.TEXTS, "rules", "articles that governed the decision"),
            Column.of("findings", Form.TEXTS, "findings", "codes of its findings"),
            Column.of("restricted", Form.FLAG, "restricted", "whether it has a restricted part"));

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String summary() {
        return "Facts across mechanisms (línea de tiempo).";
    }

    @Override
    public List<String> paths() {
        return List.of("/timeline", "/agencies/{agency}/timeline", "/persons/{person}/timeline");
    }

    @Override
    public View view() {
        return View.FACTS;
    }

    @Override
    public Optional<Derivation> derivation() {
        return Optional.of(Facts.DERIVATION);
    }

    @Override
    public List<Filter> filters() {
        Parameter person = new Parameter("person", Form.TEXT, "reference of a person (personRef) whom the fact concerns");
        return Stream.concat(EVENT_FILTERS.stream(), Stream.of(
                Filter.of(person, asked -> asked.text("person").map(reference -> concerns(reference, asked.reader()))))).toList();
    }

    /** Whom only a restricted part names is found by those who see that part, and by nobody else. */
    private static Bson concerns(String person, Reader reader) {
        Bson open = Filters.eq("persons", person);
        String agency = reader.agencyId();
        return agency == null || !reader.seesRestrictedOf(agency) ? open
                : Filters.or(open, Filters.and(Filters.eq("restrictedPersons", person), Filters.eq("agencyId", agency)));
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.POSITION, Order.byText("occurredOn", "occurredOn", false));
    }

    @Override
    public List<Column> columns() {
        return EVENT_COLUMNS;
    }

    /** In JSON with the whole event, like the timeline of one mechanism. */
    @Override
    public List<?> lines(List<Document> documents, Asked asked, ViewStore store) {
        Map<Long, StoredEvent> events = new LogReader(store).at(documents.stream().map(document -> document.getLong("position")).toList())
                .stream().collect(Collectors.toMap(StoredEvent::position, Function.identity()));
        if (events.size() < documents.size()) {
            // So only while the views are built anew.
            throw new Problem(ProblemType.VIEWS_UNAVAILABLE, ProblemType.VIEWS_UNAVAILABLE.explanation());
        }
        return documents.stream().map(document -> TimelineEntry.of(events.get(document.getLong("position")), asked.reader())).toList();
    }
}
