package mx.constancia.vocabulary;

/** Whether a fact is recorded as it happens or long after; decides if a breach rejects (registro en vivo o histórico). */
@Vocabulary(article = "RULES-4", es = "Modo de registro")
public enum RecordMode implements Term {

    /** Recorded as it happens: a breach of a precondition rejects. */
    LIVE("En vivo"),
    /** Recorded after the fact: a breach becomes a finding. */
    HISTORICAL("Histórico");

    private final String es;

    RecordMode(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
