package mx.constancia.ledger.text;

import java.util.Base64;
import mx.constancia.ledger.MalformedException;

/** Reads a text line by line; every line ends with a newline (U+000A) and faults carry the line's number. */
public final class Lines {

    private final String format;
    private final String text;
    private int position;
    private int line;

    public Lines(String format, String text) {
        this.format = format;
        this.text = text;
    }

    /** Whether a line is left. */
    public boolean hasNext() {
        return position < text.length();
    }

    /** The next line without its newline. */
    public String next() {
        line++;
        int end = text.indexOf('\n', position);
        if (end < 0) {
            throw fault(hasNext() ? "does not end with a newline" : "is missing");
        }
        String found = text.substring(position, end);
        position = end + 1;
        return found;
    }

    /** What follows {@code prefix} in the next line. */
    public String next(String prefix) {
        return after(prefix, next());
    }

    /** What follows {@code prefix} in a line that was just read. */
    public String after(String prefix, String found) {
        if (!found.startsWith(prefix)) {
            throw fault("does not start with '" + prefix + "'");
        }
        return found.substring(prefix.length());
    }

    /** Everything after the line that was read last. */
    public String rest() {
        return text.substring(position);
    }

    /** An ASCII decimal from 0 to 2^63 - 1, without leading zero. */
    public long decimal(String digits) {
        boolean canonical = !digits.isEmpty() && digits.length() <= 19
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        if (!canonical) {
            throw fault("is not a decimal number without leading zero");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw fault("is larger than 2^63 - 1");
        }
    }

    /** Canonical padded base64 (RFC 4648 section 4): decoding and encoding again gives the same characters. */
    public byte[] base64(String encoded) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            if (Base64.getEncoder().encodeToString(bytes).equals(encoded)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw fault("is not base64");
        }
        throw fault("is not canonical base64");
    }

    /** A fault in the line that was read last. */
    public MalformedException fault(String reason) {
        return MalformedException.atLine(format, Math.max(line, 1), reason);
    }
}
