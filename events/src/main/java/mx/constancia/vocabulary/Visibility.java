package mx.constancia.vocabulary;

/** Who may see a document (clasificación). */
@Vocabulary(article = "G-34", es = "Clasificación")
public enum Visibility implements Term {

    /** Anyone. */
    PUBLIC("Pública"),
    /** Internal. */
    RESTRICTED("Interna"),
    /** Personal data. */
    CONFIDENTIAL("Confidencial"),
    /** Sensitive personal data. */
    SENSITIVE("Sensible"),
    /** Classified for a period. */
    RESERVED("Reservada");

    private final String es;

    Visibility(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
