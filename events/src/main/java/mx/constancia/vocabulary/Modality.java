package mx.constancia.vocabulary;

/** How a mechanism meets its citizens; decides which head it has (G-23, G-24) (Modalidad; G-10). */
@Vocabulary(article = "G-10", es = "Modalidad")
public enum Modality implements Term {

    /** Presencial. */
    FACE_TO_FACE("I", "Presencial"),
    /** Digital. */
    DIGITAL("II", "Digital");

    private final String fraction;
    private final String es;

    Modality(String fraction, String es) {
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
