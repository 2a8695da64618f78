package mx.constancia.query.http;

/** The address of an event's receipt. */
public final class ReceiptLink {

    private ReceiptLink() {
    }

    /** Relative to the service. */
    public static String of(long position) {
        return "/events/" + position + "/receipt";
    }
}
