package mx.constancia.command.http.body;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a misspelt name may have meant. */
public final class NearNames {

    private static final int MOST = 3;
    // Longer names than any of ours are not compared: the work grows with the product of the lengths.
    private static final int LONGEST = 64;

    private NearNames() {
    }

    /** Up to three of the known names that differ in two letters or a third of theirs, the nearest first. */
    public static List<String> of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        record Near(String name, int distance) {
        }
        return known.stream()
                .map(candidate -> new Near(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= Math.max(2, near.name().length() / 3) && near.distance() < near.name().length())
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
