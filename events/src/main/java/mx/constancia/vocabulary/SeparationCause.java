package mx.constancia.vocabulary;

/**
 * Why a member leaves (causa de separación; G-21). The law's four causes have a fraction; the others exist only where the
 * mechanism's organization rules name them (G-25) and are reported apart.
 */
@Vocabulary(article = "G-21", es = "Causa de separación")
public enum SeparationCause implements Term {

    /** Conclusión de las actividades del mecanismo. */
    MECHANISM_ACTIVITIES_CONCLUDED("I", "Conclusión de las actividades del mecanismo"),
    /** Renuncia expresa. */
    EXPRESS_RESIGNATION("II", "Renuncia expresa"),
    /** Incumplimiento del programa de desarrollo y de trabajo. */
    PROGRAM_NON_COMPLIANCE("III", "Incumplimiento del programa de desarrollo y de trabajo"),
    /** Conflicto de interés. */
    CONFLICT_OF_INTEREST("IV", "Conflicto de interés"),
    /** Conclusión del periodo. Only where the organization rules in force name it. */
    TERM_EXPIRED("", "Conclusión del periodo"),
    /** Remoción por la organización representada. Only where the organization rules in force name it. */
    REMOVED_BY_REPRESENTED_BODY("", "Remoción por la organización representada"),
    /** Inasistencias reiteradas. Only where the organization rules in force name it. */
    REPEATED_ABSENCE("", "Inasistencias reiteradas"),
    /** Incumplimiento de las reglas. Only where the organization rules in force name it. */
    RULES_VIOLATION("", "Incumplimiento de las reglas"),
    /** Fallecimiento o incapacidad. Only where the organization rules in force name it. */
    DEATH_OR_INCAPACITY("", "Fallecimiento o incapacidad"),
    /** Pérdida de la calidad que dio lugar a la designación. Only where the organization rules in force name it. */
    LOST_QUALIFYING_STATUS("", "Pérdida de la calidad que dio lugar a la designación");

    private final String fraction;
    private final String es;

    SeparationCause(String fraction, String es) {
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

    /** Whether the Guidelines themselves name the cause (G-21 I to IV). */
    public boolean isNamedByLaw() {
        return !fraction.isEmpty();
    }
}
