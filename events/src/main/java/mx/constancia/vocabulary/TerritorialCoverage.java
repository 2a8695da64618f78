package mx.constancia.vocabulary;

/** Where a mechanism is organized (Cobertura territorial; G-29). */
@Vocabulary(article = "G-29", es = "Cobertura territorial")
public enum TerritorialCoverage implements Term {

    /** Nacional. */
    NATIONAL("I", "Nacional"),
    /** Estatal. */
    STATE("II", "Estatal"),
    /** Regional. */
    REGIONAL("III", "Regional"),
    /** Municipal o local. */
    MUNICIPAL_OR_LOCAL("IV", "Municipal o local");

    private final String fraction;
    private final String es;

    TerritorialCoverage(String fraction, String es) {
        this.fraction = fraction;
        this.es = es;
    }

    @Override
    public String fraction() {
        return fraction;
    }

    @Override
    public String es() {
        return es;
    }
}
