package mx.constancia.vocabulary;

/** Whether a person holds a seat or stands in for its holder (titular o suplente). */
@Vocabulary(article = "G-17", es = "Titularidad")
public enum Tenure implements Term {

    /** Holds the seat. */
    TITULAR("Titular"),
    /** Stands in for the holder. */
    ALTERNATE("Suplente");

    private final String es;

    Tenure(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
