package mx.constancia.vocabulary;

/** How a person came to a seat (vía de ingreso; G-18, G-19, G-22 and extensions). */
@Vocabulary(article = "G-17", es = "Vía de ingreso")
public enum EntryRoute implements Term {

    /** G-18. */
    PUBLIC_CALL("Convocatoria pública"),
    /** G-19. */
    DIRECT_INVITATION("Invitación directa"),
    /** G-22. */
    APPOINTED_PUBLIC_SERVANT("Designación de persona servidora pública"),
    /** Extension: elected by those represented. */
    ELECTED_BY_CONSTITUENCY("Elección por su representación"),
    /** Extension: by virtue of an office. */
    EX_OFFICIO("Por razón del cargo");

    private final String es;

    EntryRoute(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
