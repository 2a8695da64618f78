package mx.constancia.query.http;

import java.util.List;
import java.util.function.Function;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.store.KeysetList;
import mx.constancia.query.store.Place;
import mx.constancia.query.store.View;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of documents in the order of their ids. */
@Component
public final class Lists {

    private static final String SORT = "id";
    private static final String ID = "_id";

    private final KeysetList documents;

    Lists(KeysetList documents) {
        this.documents = documents;
    }

    /**
     * One page.
     *
     * @param cursor where the page before ended; absent for the first
     * @param limit  1 to {@link Page#MAX}
     * @throws Problem when one of these is not valid
     */
    public <T> Page<T> page(View view, Bson filter, @Nullable String cursor, int limit, Function<Document, T> line) {
        String id = cursor == null ? null : Cursor.decode(cursor, SORT, 2).getLast();
        List<Document> found = documents.page(view, filter, new Place(ID, false, id, id), Page.limit(limit) + 1, List.of());
        List<Document> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.encode(List.of(SORT, shown.getLast().getString(ID))) : null;
        return new Page<>(shown.stream().map(line).toList(), next);
    }
}
