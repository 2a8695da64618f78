package mx.constancia.query.http;

import java.util.List;
import java.util.function.Function;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.store.KeysetList;
import mx.constancia.query.store.Place;
import mx.constancia.query.store.View;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of documents that are sorted by id or by name. */
@Component
public final class Lists {

    private final KeysetList documents;

    Lists(KeysetList documents) {
        this.documents = documents;
    }

    /**
     * One page.
     *
     * @param sort   {@code id} or {@code name}
     * @param cursor where the page before ended; absent for the first
     * @param limit  1 to {@link Page#MAX}
     * @throws Problem when one of these is not valid
     */
    public <T> Page<T> page(View view, Bson filter, String sort, @Nullable String cursor, int limit, List<String> fields, Function<Document, T> line) {
        String field = switch (sort) {
            case "id" -> "_id";
            case "name" -> "nameKey";
            default -> throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter sort takes id or name.").with("parameter", "sort");
        };
        List<String> after = cursor == null ? List.of() : Cursor.decode(cursor, sort, 3);
        Place place = after.isEmpty() ? Place.beginning(field, false) : new Place(field, false, after.get(1), after.get(2));
        List<Document> found = documents.page(view, filter, place, Page.limit(limit) + 1, fields);
        List<Document> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? Cursor.encode(List.of(sort, shown.getLast().getString(field), shown.getLast().getString("_id")))
                : null;
        return new Page<>(shown.stream().map(line).toList(), next);
    }
}
