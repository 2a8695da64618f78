package mx.constancia.vocabulary;

/** Central or parastatal body (dependencia o entidad; G-2, G-4). */
@Vocabulary(article = "G-2", es = "Clase de institución")
public enum AgencyKind implements Term {

    /** Central body. */
    AGENCY("Dependencia"),
    /** Parastatal body. */
    ENTITY("Entidad");

    private final String es;

    AgencyKind(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
