package mx.constancia.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads what a request may leave out. */
public final class Values {

    private Values() {
    }

    /** Whether a text says something. */
    public static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** The list, or an empty one; null entries stay, for {@link CommonRules} to refuse by name. */
    public static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** The codes of a vocabulary as events carry them: each once, in the order given. */
    public static List<String> codes(List<? extends Enum<?>> terms) {
        return terms.stream().<String>map(Enum::name).distinct().toList();
    }
}
