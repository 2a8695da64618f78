package mx.constancia.vocabulary;

/** The part of constitutional article 123 that governs the staff; selects the calendar of business days. */
@Vocabulary(article = "G-2", es = "Régimen laboral")
public enum LabourRegime implements Term {

    /** Labour law. */
    A("Apartado A"),
    /** Public service law. */
    B("Apartado B");

    private final String es;

    LabourRegime(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
