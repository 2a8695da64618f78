package mx.constancia.query.store;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Lists across documents, page by page. A page begins after the keys of the last line before it and stays right while data grow. */
@Component
public final class KeysetList {

    private final Generations generations;

    public KeysetList(Generations generations) {
        this.generations = generations;
    }

    /**
     * One page.
     *
     * @param filter what to list
     * @param place  order, and where the page begins
     * @param limit  documents at most
     * @param fields fields to load; all when none is named
     */
    public List<Document> page(View view, Bson filter, Place place, int limit, List<String> fields) {
        Bson rest = place.after() == null ? filter : Filters.and(filter, place.after());
        return generations.collection(view).find(rest).sort(place.sort()).projection(Projections.include(fields)).limit(limit)
                .batchSize(limit).into(new ArrayList<>());
    }
}
