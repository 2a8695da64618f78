package mx.constancia.query.board;

/** Positions as {@code _id}: with leading zeros, so that the order of texts is the order of the log. */
public final class Positions {

    private static final String ZEROS = "0".repeat(16);

    private Positions() {
    }

    /** The {@code _id} of what belongs to the event at a position. */
    public static String id(long position) {
        String digits = Long.toString(position);
        return ZEROS.substring(digits.length()) + digits;
    }
}
