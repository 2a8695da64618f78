package mx.constancia.events;

/** Names of streams: the aggregate's kind, a dash, and its id. The stream's name is the key of its Kafka records. */
public final class StreamId {

    private static final String AGENCY = "agency-";
    private static final String INSTALLATION = "installation-";
    private static final String MECHANISM = "mechanism-";

    private StreamId() {
    }

    /** The stream of an agency or entity (dependencia o entidad). */
    public static String ofAgency(String agencyId) {
        return AGENCY + agencyId;
    }

    /** The stream of a mechanism (mecanismo de participación ciudadana). */
    public static String ofMechanism(String mechanismId) {
        return MECHANISM + mechanismId;
    }

    /** The stream of an installation of Constancia (instalación). */
    public static String ofInstallation(String installationId) {
        return INSTALLATION + installationId;
    }

    /** Whether the stream belongs to a mechanism. */
    public static boolean isMechanism(String streamId) {
        return streamId.startsWith(MECHANISM);
    }

    /** Whether the stream belongs to an agency. */
    public static boolean isAgency(String streamId) {
        return streamId.startsWith(AGENCY);
    }

    /** Whether the stream belongs to an installation. */
    public static boolean isInstallation(String streamId) {
        return streamId.startsWith(INSTALLATION);
    }

    /** The aggregate's id without the kind. */
    public static String idOf(String streamId) {
        return streamId.substring(streamId.indexOf('-') + 1);
    }
}
