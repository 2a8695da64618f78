package mx.constancia.query.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names without case and accents, for lists in the order of names on any MongoDB: collations differ between products. */
public final class SortKey {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SortKey() {
    }

    /** The key by which the name is sorted. */
    public static String of(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
