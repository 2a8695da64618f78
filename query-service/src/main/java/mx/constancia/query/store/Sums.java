package mx.constancia.query.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Sums over lists within documents, made by MongoDB. */
@Component
public final class Sums {

    private final Generations generations;

    public Sums(Generations generations) {
        this.generations = generations;
    }

    /**
     * One sum per group, as {@code sum}; the group is {@code _id}.
     *
     * @param documents which documents
     * @param list      the list in them
     * @param cells     which of its elements, whose fields are named with the list's name in front
     * @param by        what a group has in common: name, and path of the field
     * @param limit     groups at most
     */
    public List<Document> of(View view, Bson documents, String list, Bson cells, Map<String, String> by, int limit) {
        Document group = new Document();
        by.forEach((name, field) -> group.append(name, "$" + field));
        return generations.collection(view).aggregate(List.of(
                Aggregates.match(documents),
                Aggregates.unwind("$" + list),
                Aggregates.match(cells),
                Aggregates.group(group, Accumulators.sum("sum", "$" + list + ".n")),
                Aggregates.limit(limit))).into(new ArrayList<>());
    }

    /** The number of documents per group, as {@code sum}; the group is {@code _id}. */
    public List<Document> documents(View view, Map<String, String> by) {
        Document group = new Document();
        by.forEach((name, field) -> group.append(name, "$" + field));
        return generations.collection(view).aggregate(List.of(Aggregates.group(group, Accumulators.sum("sum", 1L))))
                .into(new ArrayList<>());
    }
}
