package mx.constancia.vocabulary;

/** The type of a mechanism (Tipo de mecanismo; G-9). */
@Vocabulary(article = "G-9", es = "Tipo de mecanismo")
public enum MechanismType implements Term {

    /** Consulta. */
    ADVISORY("I", "Consulta"),
    /** Ejecución. */
    EXECUTION("II", "Ejecución"),
    /** Seguimiento. */
    MONITORING("III", "Seguimiento");

    private final String fraction;
    private final String es;

    MechanismType(String fraction, String es) {
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
