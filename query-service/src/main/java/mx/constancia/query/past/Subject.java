package mx.constancia.query.past;

import java.util.function.Function;
import java.util.function.ToIntFunction;

import mx.constancia.history.Fold;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.store.View;

import org.bson.Document;

/**
 * A kind of aggregate whose past can be asked for.
 *
 * @param noun    what it is, in an English sentence
 * @param view    where its documents are; they carry {@code version} and {@code timeZone}
 * @param state   the state in a document
 * @param pages   what the pages of its timeline begin with, by its id; see {@link mx.constancia.query.timeline.TimelinePages#key}
 * @param fold    the pure fold
 * @param weight  how much a state holds, in things of some 0.7 kB
 * @param unknown what to answer for an id that nobody recorded
 * @param <S>     its state
 */
public record Subject<S extends Record>(String noun, View view, Function<Document, S> state, Function<String, String> pages, Fold<S> fold,
        ToIntFunction<S> weight, ProblemType unknown) {
}
