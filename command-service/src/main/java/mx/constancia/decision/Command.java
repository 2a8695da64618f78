package mx.constancia.decision;

import java.time.ZoneId;
import java.util.Optional;

import mx.constancia.vocabulary.Jurisdiction;

/**
 * A request to record a fact: a record whose components are the body of the HTTP request, in the law's words. Its name in
 * kebab case is its path segment.
 *
 * @param <S> the aggregate's state
 */
public sealed interface Command<S> {

    /** A command that begins an aggregate. A mechanism begins within the agency of the actor who asks. */
    non-sealed interface Creating<S> extends Command<S> {

        /** Pure: the same context always gives the same decision. */
        Decision decide(Context context);

        /** The jurisdiction that chooses the rulebook, where the command itself brings it; else that of the actor's agency. */
        default Optional<Jurisdiction> ownJurisdiction() {
            return Optional.empty();
        }

        /** The zone of the legal dates, where the command itself brings it; else that of the actor's agency. */
        default Optional<ZoneId> ownZone() {
            return Optional.empty();
        }
    }

    /** A command on an aggregate that exists. */
    non-sealed interface Changing<S> extends Command<S> {

        /** Pure: the same state and context always give the same decision. */
        Decision decide(S state, Context context);
    }
}
