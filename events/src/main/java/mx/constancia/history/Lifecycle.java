package mx.constancia.history;

/** Where a mechanism is in its life (estado del mecanismo). The order of the constants is the order of life. */
public enum Lifecycle {

    /** Proposed (G-12). */
    PROPOSED("Propuesto"),
    /** Type, modality and levels determined (G-13). */
    DETERMINED("Determinado"),
    /** Its members are being called or invited (conformación; G-18, G-19). */
    FORMING("En conformación"),
    /** Organized (G-15, G-23 to G-25). */
    ORGANIZED("Organizado"),
    /** In operation. */
    OPERATING("En operación"),
    /** Exists in law and does not meet (extension). */
    DORMANT("Inactivo"),
    /** Ended; only reports and corrections may follow. */
    CONCLUDED("Concluido");

    private final String es;

    Lifecycle(String es) {
        this.es = es;
    }

    /** The label on screen, in Spanish. */
    public String es() {
        return es;
    }
}
