package mx.constancia.query.projection;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import mx.constancia.events.StreamId;
import mx.constancia.history.Fold;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How the streams of one kind of aggregate become documents.
 *
 * @param streams   which streams, by their ids
 * @param view      where the documents are; {@code _id} is the aggregate's id
 * @param fold      the pure fold
 * @param states    the state in a document
 * @param documents the document of a state; it carries {@code version}
 * @param <S>       the aggregate's state
 */
record Aggregate<S>(Predicate<String> streams, View view, Fold<S> fold, Function<Document, S> states, Function<S, Document> documents) {

    /** Whether the stream belongs to an aggregate of this kind. */
    boolean owns(String streamId) {
        return streams.test(streamId);
    }

    /** The stored document of a stream's aggregate; absent when there is none. */
    @Nullable Document load(ViewStore store, String streamId) {
        String id = StreamId.idOf(streamId);
        return store.find(view, List.of(id)).get(id);
    }

    /** The state in a document. */
    S read(Document document) {
        return states.apply(document);
    }

    /** The document of a state. */
    Document write(S state) {
        return documents.apply(state);
    }
}
