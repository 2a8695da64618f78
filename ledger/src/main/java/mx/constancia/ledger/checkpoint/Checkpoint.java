package mx.constancia.ledger.checkpoint;

import java.util.ArrayList;
import java.util.List;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.text.Lines;

/**
 * What a log states about itself (tlog-checkpoint, "Note text").
 *
 * @param origin     identity of the log: a URL without scheme and without slash at the end
 * @param size       number of entries that are published
 * @param root       root of the tree of these entries
 * @param extensions further lines; not recommended, none in ours
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final String FORMAT = "checkpoint";

    public Checkpoint {
        requireLine("origin", origin);
        extensions = List.copyOf(extensions);
        extensions.forEach(extension -> requireLine("extension", extension));
        if (size < 0) {
            throw new MalformedException(FORMAT, "size", "is negative");
        }
    }

    /** A checkpoint without extensions. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Parses the text of a note. */
    public static Checkpoint parse(String text) {
        var lines = new Lines(FORMAT, text);
        String origin = nonEmpty(lines);
        long size = lines.decimal(lines.next());
        Hash root = Hash.parse(lines, lines.next());
        var extensions = new ArrayList<String>();
        while (lines.hasNext()) {
            extensions.add(nonEmpty(lines));
        }
        return new Checkpoint(origin, size, root, extensions);
    }

    /** The text of the note. */
    public String text() {
        var text = new StringBuilder(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
        extensions.forEach(extension -> text.append(extension).append('\n'));
        return text.toString();
    }

    private static String nonEmpty(Lines lines) {
        String line = lines.next();
        if (line.isEmpty()) {
            throw lines.fault("is empty");
        }
        return line;
    }

    private static void requireLine(String where, String line) {
        if (line.isEmpty() || line.chars().anyMatch(c -> c < ' ')) {
            throw new MalformedException(FORMAT, where, "is empty or has a control character");
        }
    }
}
