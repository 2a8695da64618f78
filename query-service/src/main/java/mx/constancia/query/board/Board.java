package mx.constancia.query.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;

/**
 * A list across mechanisms, declared: from this come its addresses, paging, filters, sorting, export and description. A
 * further board is one more of these, and one line in the catalogue.
 */
public interface Board {

    /** Its name, in file names and in the description of the API. */
    String name();

    /** What it lists, one English sentence with the Spanish term. */
    String summary();

    /** Its addresses. A variable in one is a filter; {@code mechanism} and {@code agency} must exist. */
    List<String> paths();

    /** Where its documents are. */
    View view();

    /** What fills its view; empty when something else does. */
    default Optional<Derivation> derivation() {
        return Optional.empty();
    }

    /** Whether its documents belong to one event each, see {@link Derivation.Kind#FACTS}; they carry its {@code position}. */
    default boolean ofFacts() {
        return derivation().filter(derivation -> derivation.kind() == Derivation.Kind.FACTS).isPresent();
    }

    /** What restricts it. */
    List<Filter> filters();

    /** Its orders; the first is the one when the request names none. */
    List<Order> orders();

    /** What a line shows. */
    List<Column> columns();

    /** The fields that a line is made of; none for whole documents. */
    default List<String> fields() {
        return List.of();
    }

    /** The documents with what their lines take from elsewhere. */
    default List<Document> completed(List<Document> documents, ViewStore store) {
        return documents;
    }

    /** The lines in JSON, one for each document. */
    default List<?> lines(List<Document> documents, Asked asked, ViewStore store) {
        return completed(documents, store).stream().map(document -> line(document, asked)).toList();
    }

    private Map<String, Object> line(Document document, Asked asked) {
        Map<String, Object> line = new LinkedHashMap<>();
        for (Column column : columns()) {
            Object value = column.value().apply(document, asked);
            if (value != null) {
                line.put(column.name(), value);
            }
        }
        return line;
    }
}
