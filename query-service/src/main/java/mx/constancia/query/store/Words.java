package mx.constancia.query.store;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The words of a text without case and accents, for search by the beginnings of words on any MongoDB. */
public final class Words {

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {
    }

    /** The distinct words of texts, in the order of the alphabet. */
    public static List<String> of(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).flatMap(text -> APART.splitAsStream(SortKey.of(text))).filter(word -> !word.isEmpty())
                .distinct().sorted().toList();
    }
}
