package mx.constancia.vocabulary;

/** Rank of a head or liaison (nivel; G-23, G-24, G-37). */
@Vocabulary(article = "G-23", es = "Nivel")
public enum Rank implements Term {

    /** G-23. */
    MANAGING_OFFICER_OR_EQUIVALENT("Dirección o equivalente"),
    /** G-24, G-37. */
    DIRECTOR_GENERAL_OR_EQUIVALENT("Dirección general o equivalente");

    private final String es;

    Rank(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
