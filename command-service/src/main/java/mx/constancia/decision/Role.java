package mx.constancia.decision;

/** Who may act (función); the codes are those of the token's {@code roles} claim. */
public enum Role {

    /** Unit of the agency that owns the mechanism (unidad responsable; G-12, G-13, G-18, G-31 to G-36). */
    RESPONSIBLE_UNIT,
    /** Technical secretary of a face-to-face mechanism (secretaría técnica; G-23). */
    TECHNICAL_SECRETARY,
    /** Head of coordination of a digital mechanism (coordinación; G-24). */
    COORDINATION_HEAD,
    /** Political development unit of SEGOB (Unidad de Desarrollo Político y Fomento Cívico; G-5, G-6, G-38). */
    UDP,
    /** Internal control organ (Órgano Interno de Control): reads its agency, changes nothing. */
    OIC_AUDITOR,
    /** Operation of the platform: reads metrics and the state of the parts, orders rebuilds, and changes no case. */
    OPERATOR
}
