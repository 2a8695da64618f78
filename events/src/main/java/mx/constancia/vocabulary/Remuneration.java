package mx.constancia.vocabulary;

/** What a civil representative receives for the seat (G-17: honorary). */
@Vocabulary(article = "G-17", es = "Remuneración")
public enum Remuneration implements Term {

    /** Honorary. */
    NONE("Honorario"),
    /** Paid per activity or period. */
    STIPEND("Estímulo económico"),
    /** Counts for studies. */
    ACADEMIC_CREDIT("Crédito académico");

    private final String es;

    Remuneration(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
