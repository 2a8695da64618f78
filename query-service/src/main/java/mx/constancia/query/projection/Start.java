package mx.constancia.query.projection;

import java.util.List;
import java.util.Optional;

import mx.constancia.query.totals.Tally;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where the fold of a stream's next events begins.
 *
 * @param <S>     the aggregate's state
 * @param state   the state; empty when the stream has no document yet
 * @param version version of the document; 0 when there is none
 * @param tally   its numbers, see {@link Tally}
 */
record Start<S>(Optional<S> state, long version, List<Document> tally) {

    /** What a document holds. */
    static <S> Start<S> of(Aggregate<S> aggregate, @Nullable Document document) {
        return document == null ? new Start<>(Optional.empty(), 0, List.of())
                : new Start<>(Optional.of(aggregate.read(document)), document.getLong("version"), Tally.of(document));
    }
}
