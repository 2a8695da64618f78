package mx.constancia.query.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** The codes of a vocabulary. */
    private static final ClassValue<Map<String, Coded>> VOCABULARIES = new ClassValue<>() {

        @Override
        protected Map<String, Coded> computeValue(Class<?> vocabulary) {
            return Arrays.stream(vocabulary.getEnumConstants()).map(Term.class::cast)
                    .collect(Collectors.toUnmodifiableMap(Term::name, term -> new Coded(term.name(), term.es())));
        }
    };

    /** A code of a vocabulary; absent stays absent. */
    public static <E extends Enum<E> & Term> @Nullable Coded of(Class<E> vocabulary, @Nullable String code) {
        return code == null ? null : known(vocabulary, code);
    }

    /** Several codes of a vocabulary. */
    public static <E extends Enum<E> & Term> List<Coded> of(Class<E> vocabulary, List<String> codes) {
        return codes.stream().map(code -> known(vocabulary, code)).toList();
    }

    /** Where a mechanism is in its life. */
    public static Coded of(Lifecycle lifecycle) {
        return new Coded(lifecycle.name(), lifecycle.es());
    }

    private static Coded known(Class<? extends Term> vocabulary, String code) {
        Coded known = VOCABULARIES.get(vocabulary).get(code);
        return known == null ? new Coded(code, null) : known;
    }
}
