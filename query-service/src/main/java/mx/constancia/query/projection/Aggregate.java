package mx.constancia.query.projection;

import mx.constancia.history.Fold;
import mx.constancia.query.store.View;

import org.bson.Document;

/**
 * How the streams of one kind of aggregate become documents.
 *
 * @param <S> the aggregate's state
 */
interface Aggregate<S> {

    /** Whether the stream belongs to an aggregate of this kind. */
    boolean owns(String streamId);

    /** Where the documents are; {@code _id} is the aggregate's id. */
    View view();

    /** The pure fold. */
    Fold<S> fold();

    /** The state in a document. */
    S read(Document document);

    /** The document of a state; it carries {@code version}. */
    Document write(S state);
}
