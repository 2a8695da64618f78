package mx.constancia.vocabulary;

/** Kind of a session (sesión; G-23 I, G-25 VI). */
@Vocabulary(article = "G-25", es = "Clase de sesión")
public enum SessionKind implements Term {

    /** Installs the mechanism. */
    FIRST("Primera (instalación)"),
    /** By the calendar of the rules. */
    ORDINARY("Ordinaria"),
    /** Called for a matter. */
    EXTRAORDINARY("Extraordinaria"),
    /** Design or working table. */
    WORKING("Mesa de trabajo");

    private final String es;

    SessionKind(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
