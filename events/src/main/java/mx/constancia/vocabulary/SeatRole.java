package mx.constancia.vocabulary;

/** What the holder of a seat does in the mechanism (función). */
@Vocabulary(article = "G-25", es = "Función")
public enum SeatRole implements Term {

    /** Presides. */
    PRESIDENT("Presidencia", true),
    /** Runs the secretariat. */
    TECHNICAL_SECRETARY("Secretaría técnica", true),
    /** Coordinates. */
    COORDINATOR("Coordinación", true),
    /** Member with voice and vote. */
    MEMBER("Integrante", true),
    /** Stands in for a member. */
    ALTERNATE("Suplente", true),
    /** Guest at every session: voice, no vote. */
    PERMANENT_GUEST("Invitado permanente", false),
    /** Guest: voice, no vote. */
    GUEST("Invitado", false),
    /** Observer. */
    OBSERVER("Observador", false),
    /** Expert. */
    EXPERT("Persona experta", false);

    private final String es;
    private final boolean integrates;

    SeatRole(String es, boolean integrates) {
        this.es = es;
        this.integrates = integrates;
    }

    @Override
    public String es() {
        return es;
    }

    /** Whether the holder counts as a member when the mechanism's composition is judged (G-15). */
    public boolean integrates() {
        return integrates;
    }
}
