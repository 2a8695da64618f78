package mx.constancia.ledger.tiles;

import java.util.List;
import mx.constancia.ledger.MalformedException;

/** The part of a path that tiles and bundles share: {@code <N>[.p/<W>]}, N in groups of three digits, all but the last with an x. */
record TileNumber(long index, int width) {

    static final String FORMAT = "tile path";
    static final int MAX_PATH = 64;

    private static final int GROUP = 1000;
    private static final String PARTIAL = ".p";

    static TileNumber parse(List<String> elements) {
        int last = elements.size() - 1;
        if (last > 0 && elements.get(last - 1).endsWith(PARTIAL)) {
            String withSuffix = elements.get(last - 1);
            String group = withSuffix.substring(0, withSuffix.length() - PARTIAL.length());
            int width = decimal("width", elements.get(last), TilePath.FULL_WIDTH - 1);
            if (width == 0) {
                throw malformed("width", "an empty tile has no path");
            }
            return new TileNumber(index(elements.subList(0, last - 1), group), width);
        }
        return new TileNumber(index(elements.subList(0, last), elements.get(last)), TilePath.FULL_WIDTH);
    }

    /** The reverse of {@link #parse}. */
    String format() {
        var path = new StringBuilder("%03d".formatted(index % GROUP));
        for (long left = index / GROUP; left > 0; left /= GROUP) {
            path.insert(0, "x%03d/".formatted(left % GROUP));
        }
        return width == TilePath.FULL_WIDTH ? path.toString() : path + PARTIAL + "/" + width;
    }

    /** A decimal without leading zero. */
    static int decimal(String where, String digits, int max) {
        if (digits.length() > 3 || !isDigits(digits) || digits.length() > 1 && digits.charAt(0) == '0' || Integer.parseInt(digits) > max) {
            throw malformed(where, "is not a decimal from 0 to " + max + " without leading zero");
        }
        return Integer.parseInt(digits);
    }

    static MalformedException malformed(String where, String reason) {
        return new MalformedException(FORMAT, where, reason);
    }

    private static long index(List<String> groups, String lastGroup) {
        long index = 0;
        try {
            for (String group : groups) {
                if (!group.startsWith("x")) {
                    throw malformed("index", "a group that is not the last has no x");
                }
                index = Math.addExact(Math.multiplyExact(index, (long) GROUP), group(group.substring(1)));
            }
            return Math.addExact(Math.multiplyExact(index, (long) GROUP), group(lastGroup));
        } catch (ArithmeticException e) {
            throw malformed("index", "is larger than 2^63 - 1");
        }
    }

    private static int group(String digits) {
        if (digits.length() != 3 || !isDigits(digits)) {
            throw malformed("index", "a group has not three digits");
        }
        return Integer.parseInt(digits);
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
