package mx.constancia.vocabulary;

/** The sector that a civil seat represents; open list, so OTHER needs a description (Sector de la sociedad civil; G-17). */
@Vocabulary(article = "G-17", es = "Sector de la sociedad civil")
public enum CivilSector implements Term {

    /** Ciudadanía, en lo individual. */
    CITIZEN("I", "Ciudadanía, en lo individual"),
    /** Organizaciones de la sociedad civil. */
    CSO("II", "Organizaciones de la sociedad civil"),
    /** Academia. */
    ACADEMIC("III", "Academia"),
    /** Organizaciones sociales. */
    SOCIAL_ORG("IV", "Organizaciones sociales"),
    /** Comunidades indígenas. */
    INDIGENOUS_COMMUNITY("V", "Comunidades indígenas"),
    /** Organizaciones empresariales. */
    BUSINESS_ORG("VI", "Organizaciones empresariales"),
    /** Grupos de pares o sin filiación. */
    PEER_OR_UNAFFILIATED_GROUP("VII", "Grupos de pares o sin filiación"),
    /** Otro (especificar). */
    OTHER("", "Otro (especificar)");

    private final String fraction;
    private final String es;

    CivilSector(String fraction, String es) {
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
