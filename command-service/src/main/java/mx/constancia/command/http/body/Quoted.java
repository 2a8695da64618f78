package mx.constancia.command.http.body;

/** Texts of the caller within our own sentences. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {
    }

    /** The text, cut to a length that a person reads, its control characters replaced. */
    static String of(String text) {
        String plain = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return plain.codePoints()
                .map(point -> Character.isISOControl(point) || isSurrogate(point) ? '\uFFFD' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
