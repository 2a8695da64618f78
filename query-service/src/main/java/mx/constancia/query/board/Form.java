package mx.constancia.query.board;

/** The form of a value. */
public enum Form {
    /** A text. */
    TEXT,
    /** Several texts. */
    TEXTS,
    /** A code of a vocabulary, shown with its Spanish label. */
    CODE,
    /** Several codes. */
    CODES,
    /** A legal date, ISO 8601. */
    DATE,
    /** An instant in UTC, RFC 3339. */
    INSTANT,
    /** A whole number. */
    NUMBER,
    /** True or false. */
    FLAG
}
