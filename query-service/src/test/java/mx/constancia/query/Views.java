package mx.constancia.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;

import mx.constancia.query.store.View;

import org.bson.Document;

/** The documents of a generation of the views, as they stand in MongoDB. */
public final class Views {

    private Views() {
    }

    /** Every document but the progress, which says how the events came and not what they say. */
    public static Map<View, Map<String, Document>> documents(MongoDatabase database, int generation) {
        Map<View, Map<String, Document>> documents = new HashMap<>();
        for (View view : List.of(View.values())) {
            Map<String, Document> found = new HashMap<>();
            database.getCollection(view.collection(generation)).find().forEach(document -> found.put(document.getString("_id"), document));
            if (view != View.PROGRESS && view != View.GENERATIONS && !found.isEmpty()) {
                documents.put(view, found);
            }
        }
        return documents;
    }
}
