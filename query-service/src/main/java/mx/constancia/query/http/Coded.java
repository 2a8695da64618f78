package mx.constancia.query.http;

import java.util.List;

import mx.constancia.history.Lifecycle;
import mx.constancia.vocabulary.Term;

import org.jspecify.annotations.Nullable;

/**
 * A code and its label for people.
 *
 * @param code the code as recorded
 * @param es   the label in Spanish; absent when this build does not know the code
 */
public record Coded(String code, @Nullable String es) {

    /** A code of a vocabulary; absent stays absent. */
    public static <E extends Enum<E> & Term> @Nullable Coded of(Class<E> vocabulary, @Nullable String code) {
        return code == null ? null : new Coded(code, label(vocabulary, code));
    }

    /** Several codes of a vocabulary. */
    public static <E extends Enum<E> & Term> List<Coded> of(Class<E> vocabulary, List<String> codes) {
        return codes.stream().map(code -> new Coded(code, label(vocabulary, code))).toList();
    }

    /** Where a mechanism is in its life. */
    public static Coded of(Lifecycle lifecycle) {
        return new Coded(lifecycle.name(), lifecycle.es());
    }

    private static <E extends Enum<E> & Term> @Nullable String label(Class<E> vocabulary, String code) {
        for (E term : vocabulary.getEnumConstants()) {
            if (term.name().equals(code)) {
                return term.es();
            }
        }
        return null;
    }
}
