package mx.constancia.command.http.imports;

import java.util.Locale;

/** What became of a line. */
enum LineResult {

    /** Recorded now. */
    RECORDED,
    /** Recorded by an earlier sending of the import. */
    KNOWN,
    /** Would be recorded, if this were no dry run. */
    ACCEPTED,
    /** Nothing is recorded: the line is wrong, or its command is refused. */
    REFUSED,
    /** The service could not finish it; sending the import again tells. */
    FAILED;

    /** As answers and metrics name it. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
