package mx.constancia.vocabulary;

/** The influence that citizens have on the decision; a mechanism declares one or more (Nivel de incidencia; G-11). */
@Vocabulary(article = "G-11", es = "Nivel de incidencia")
public enum IncidenceLevel implements Term {

    /** Información. */
    INFORMATION("I", "Información"),
    /** Diálogo. */
    DIALOGUE("II", "Diálogo"),
    /** Opinión. */
    OPINION("III", "Opinión"),
    /** Deliberación. */
    DELIBERATION("IV", "Deliberación"),
    /** Cogestión. */
    CO_MANAGEMENT("V", "Cogestión"),
    /** Vigilancia. */
    SURVEILLANCE("VI", "Vigilancia");

    private final String fraction;
    private final String es;

    IncidenceLevel(String fraction, String es) {
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
