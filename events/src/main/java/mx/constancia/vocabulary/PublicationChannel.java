package mx.constancia.vocabulary;

/** Where something is published (canal de publicación; G-13, G-32, G-35). */
@Vocabulary(article = "G-13", es = "Canal de publicación")
public enum PublicationChannel implements Term {

    /** The agency's own portal. */
    AGENCY_PORTAL("Portal de la dependencia o entidad"),
    /** The portal that the Guidelines require. */
    GOB_MX_PARTICIPA("gob.mx/participa"),
    /** Open data portal. */
    DATOS_GOB_MX("datos.gob.mx"),
    /** Foreign ministry's site. */
    DGVOSC_SITE("Sitio de la DGVOSC"),
    /** Official gazette. */
    OFFICIAL_GAZETTE("Diario Oficial de la Federación"),
    /** Any other medium. */
    OTHER_MEDIA("Otros medios");

    private final String es;

    PublicationChannel(String es) {
        this.es = es;
    }

    @Override
    public String es() {
        return es;
    }
}
