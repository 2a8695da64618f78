package mx.constancia.query.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;

import mx.constancia.history.Lifecycle;
import mx.constancia.query.board.Asked;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.board.Parameter;
import mx.constancia.query.http.Coded;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Words;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.TerritorialCoverage;

import org.bson.Document;
import org.bson.conversions.Bson;

/** The seven fields of every mechanism (G-38 I to VII), all of them public (G-40), searchable. */
public final class DirectoryBoard implements Board {

    private static final int MOST_WORDS = 10;
    private static final String AGENCY_NAME = "agencyName";

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public String summary() {
        return "The directory of mechanisms (base de datos de los mecanismos; G-38).";
    }

    @Override
    public List<String> paths() {
        return List.of("/directory");
    }

    @Override
    public View view() {
        return View.MECHANISMS;
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.of(new Parameter("q", Form.TEXT, "beginnings of words of the name, the purpose or the legal framework; case and accents do not matter"),
                        asked -> asked.text("q").map(DirectoryBoard::search)),
                Filter.text("agency", "agencyId", "id of the agency or entity"),
                Filter.code("type", "mechanismType", MechanismType.class, "type (G-9)"),
                Filter.code("modality", "modality", Modality.class, "modality (G-10)"),
                Filter.code("coverage", "scope", TerritorialCoverage.class, "territorial coverage (G-29)"),
                Filter.text("state", "states", "two-digit INEGI key of a state that it covers"),
                Filter.code("lifecycle", "lifecycle", Lifecycle.class, "where it is in its life"));
    }

    /** Every word that is asked for begins a word of the mechanism. */
    private static Bson search(String text) {
        List<String> words = Words.of(Stream.of(text));
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw Asked.refused("q", "one to " + MOST_WORDS + " words");
        }
        return Filters.and(words.stream().map(word -> Filters.regex("words", "^" + word)).toList());
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.byText("name", "nameKey", false), Order.ID);
    }

    @Override
    public List<String> fields() {
        return List.of("version", "agencyId", "name", "mechanismType", "modality", "incidenceLevels", "lifecycle", "scope", "states", "startedOn",
                "concludedOn", "legalFramework", "purpose", "memberNames", "headName", "headOffice");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("mechanism", "_id", "id of the mechanism"),
                Column.text("agency", "agencyId", "id of the agency or entity"),
                Column.text(AGENCY_NAME, AGENCY_NAME, "I: name of the agency or entity"),
                Column.text("mechanismName", "name", "II: name of the mechanism"),
                Column.code("mechanismType", "mechanismType", MechanismType.class, "III: type (G-9)"),
                Column.code("modality", "modality", Modality.class, "IV: modality (G-10)"),
                Column.of("legalFramework", Form.TEXTS, "legalFramework", "V: legal framework"),
                Column.of("memberNames", Form.TEXTS, "memberNames", "VI: names of the members"),
                new Column("lifecycle", Form.CODE, "VII: where it is in its life", (mechanism, asked) ->
                        Coded.of(Lifecycle.valueOf(mechanism.getString("lifecycle")))),
                Column.text("purpose", "purpose", "VII: purpose"),
                Column.codes("incidenceLevels", "incidenceLevels", IncidenceLevel.class, "VII: levels of incidence (G-11)"),
                Column.code("coverage", "scope", TerritorialCoverage.class, "VII: territorial coverage (G-29)"),
                Column.of("states", Form.TEXTS, "states", "VII: two-digit INEGI keys of the states covered"),
                Column.date("startedOn", "startedOn", "VII: first day of operation"),
                Column.date("concludedOn", "concludedOn", "VII: last day of its life"),
                Column.text("headName", "headName", "VII: name of its head (G-23, G-24)"),
                Column.text("headOffice", "headOffice", "VII: office of its head"),
                Column.of("version", Form.NUMBER, "version", "version of the mechanism"));
    }

    /** With the names of the agencies. */
    @Override
    public List<Document> completed(List<Document> documents, ViewStore store) {
        Map<String, Document> agencies = store.find(View.AGENCIES,
                documents.stream().map(document -> document.getString("agencyId")).collect(Collectors.toSet()), "name");
        documents.forEach(document -> Optional.ofNullable(agencies.get(document.getString("agencyId")))
                .ifPresent(agency -> document.append(AGENCY_NAME, agency.getString("name"))));
        return documents;
    }
}
