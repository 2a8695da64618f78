package mx.constancia.ledger.note;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.text.Lines;
import mx.constancia.ledger.text.Utf8;

/**
 * A signed note (signed-note, "Format"). Until {@link Verifiers#verify} has accepted it, its text means nothing.
 *
 * @param text       ends with a newline and has no other control character
 * @param signatures 1 to 100 lines
 */
public record SignedNote(String text, List<SignatureLine> signatures) {

    /** Longest note that is read, in bytes: room for 100 post-quantum signatures. */
    public static final int MAX_BYTES = 1_000_000;
    /** Most signatures that are read; the specification asks for 16 at least. */
    public static final int MAX_SIGNATURES = 100;

    private static final String FORMAT = "signed note";
    private static final String SEPARATOR = "\n\n";

    public SignedNote {
        requireText(text);
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new MalformedException(FORMAT, "signatures", "there are " + signatures.size() + " instead of 1 to " + MAX_SIGNATURES);
        }
    }

    /** Signs a text with one or more keys. */
    public static SignedNote sign(String text, List<? extends NoteSigner> signers) {
        requireText(text);
        return new SignedNote(text, signers.stream().map(signer -> signer.sign(text)).toList());
    }

    /** Parses a note; the last empty line separates text and signatures. */
    public static SignedNote parse(byte[] bytes) {
        return parse(Utf8.decode(FORMAT, bytes, MAX_BYTES));
    }

    /** Parses a note that is part of a longer text. */
    public static SignedNote parse(String note) {
        if (note.length() > MAX_BYTES) {
            throw new MalformedException(FORMAT, "length", "longer than " + MAX_BYTES + " characters");
        }
        int separator = note.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            throw new MalformedException(FORMAT, "signatures", "no empty line separates them from the text");
        }
        String text = note.substring(0, separator + 1);
        var lines = new Lines(FORMAT + " (signatures)", note.substring(separator + SEPARATOR.length()));
        var signatures = new ArrayList<SignatureLine>();
        while (lines.hasNext()) {
            signatures.add(SignatureLine.read(lines));
            if (signatures.size() > MAX_SIGNATURES) {
                throw lines.fault("more than " + MAX_SIGNATURES + " signatures");
            }
        }
        return new SignedNote(text, signatures);
    }

    /** The same text with further signatures, such as those of witnesses. */
    public SignedNote with(List<SignatureLine> more) {
        return new SignedNote(text, Stream.concat(signatures.stream(), more.stream()).toList());
    }

    /** The note as text. */
    public String format() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.format()));
        return note.toString();
    }

    /** The note as bytes. */
    public byte[] bytes() {
        return Utf8.encode(FORMAT, format());
    }

    private static void requireText(String text) {
        if (!text.endsWith("\n")) {
            throw new MalformedException(FORMAT, "text", "does not end with a newline");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedException(FORMAT, "text", "has a control character other than newline");
        }
        Utf8.encode(FORMAT, text);
    }
}
