package mx.constancia.ledger;

/** Bytes or values that do not have the format they claim. Trying again does not help: ask the sender for other bytes. */
public final class MalformedException extends LedgerException {

    private final String format;
    private final String where;

    /**
     * @param format name of the format, for example {@code checkpoint}
     * @param where  place in it, for example {@code line 2} or {@code byte 517}
     * @param reason what is wrong there
     */
    public MalformedException(String format, String where, String reason) {
        super(format + ", " + where + ": " + reason);
        this.format = format;
        this.where = where;
    }

    /** A fault in a line, counted from 1. */
    public static MalformedException atLine(String format, int line, String reason) {
        return new MalformedException(format, "line " + line, reason);
    }

    /** A fault at an offset in binary data, counted from 0. */
    public static MalformedException atByte(String format, int offset, String reason) {
        return new MalformedException(format, "byte " + offset, reason);
    }

    /** Name of the format that was expected. */
    public String format() {
        return format;
    }

    /** Place of the fault. */
    public String where() {
        return where;
    }
}
