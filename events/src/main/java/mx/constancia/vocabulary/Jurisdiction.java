package mx.constancia.vocabulary;

/** The order of government that a body belongs to (ámbito); only federal bodies are bound by the Guidelines (G-2). */
@Vocabulary(article = "G-2", es = "Ámbito")
public enum Jurisdiction implements Term {

    /** Federal central body. */
    FEDERAL_AGENCY("Dependencia federal"),
    /** Federal parastatal body. */
    FEDERAL_ENTITY("Entidad federal"),
    /** State body. */
    STATE("Estatal"),
    /** Municipal body. */
    MUNICIPAL("Municipal"),
    /** Body of Mexico City. */
    CDMX("Ciudad de México"),
    /** Any other body. */
    OTHER("Otro");

    private final String es;

    Jurisdiction(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }

    /** Whether the Guidelines bind the body (G-2). */
    public boolean isFederal() {
        return this == FEDERAL_AGENCY || this == FEDERAL_ENTITY;
    }
}
