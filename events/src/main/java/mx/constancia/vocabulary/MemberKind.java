package mx.constancia.vocabulary;

/** Public service personnel or civil society; a mechanism needs both (Clase de integrante; G-4 VI, G-15). */
@Vocabulary(article = "G-4 VI", es = "Clase de integrante")
public enum MemberKind implements Term {

    /** Personal del servicio público. */
    PUBLIC_SERVANT("", "Personal del servicio público"),
    /** Persona representante de la sociedad civil. */
    CIVIL_SOCIETY_REPRESENTATIVE("", "Persona representante de la sociedad civil");

    private final String fraction;
    private final String es;

    MemberKind(String fraction, String es) {
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
