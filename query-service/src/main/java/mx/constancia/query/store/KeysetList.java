package mx.constancia.query.store;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Lists across documents, page by page. A page begins after the keys of the last line before it and stays right while data grow. */
@Component
public final class KeysetList {

    private final MongoDatabase database;

    public KeysetList(MongoDatabase database) {
        this.database = database;
    }

    /**
     * One page.
     *
     * @param filter what to list
     * @param sort   sort field; {@code _id} decides among equal ones
     * @param after  keys of the last line before: the sort field's and {@code _id}; empty for the first page
     * @param limit  documents at most
     * @param fields fields to load; all when none is named
     */
    public List<Document> page(View view, Bson filter, String sort, List<String> after, int limit, List<String> fields) {
        Bson rest = after.isEmpty() ? filter : Filters.and(filter, after(sort, after));
        return database.getCollection(view.collection()).find(rest).sort(Sorts.ascending(sort.equals("_id") ? List.of("_id") : List.of(sort, "_id")))
                .projection(Projections.include(fields)).limit(limit).into(new ArrayList<>());
    }

    private static Bson after(String sort, List<String> keys) {
        if (sort.equals("_id")) {
            return Filters.gt("_id", keys.getLast());
        }
        return Filters.or(Filters.gt(sort, keys.getFirst()), Filters.and(Filters.eq(sort, keys.getFirst()), Filters.gt("_id", keys.getLast())));
    }
}
