package mx.constancia.query.board;

import java.util.List;

import mx.constancia.query.store.View;

import org.bson.Document;

/**
 * What events add to a view beside the documents of aggregates.
 *
 * @param view  the view
 * @param kind  whether its documents change
 * @param fold  pure and total; the documents that one event adds or changes
 */
public record Derivation(View view, Kind kind, Fold fold) {

    /** Whether documents change after they were written. */
    public enum Kind {
        /** A document belongs to one event for ever; its {@code _id} begins with the event's position. */
        FACTS,
        /** A document changes with its mechanism's events and carries the {@code version} of the last one. */
        STATES
    }

    /** See {@link Derivation}. */
    @FunctionalInterface
    public interface Fold {

        /** The documents that one event adds or changes, each as a whole. */
        List<Document> documents(Step<?> step);
    }
}
