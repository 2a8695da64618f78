package mx.constancia.query.stream;

import java.util.Locale;

/** Why the service ends a stream. A client that does not read cannot be told: its connection is closed. */
enum CutOff {

    /** The application closes. */
    CLOSING,
    /** The store of the read models does not answer, or is built anew. */
    VIEWS_UNAVAILABLE,
    /** The token under which the stream was opened has expired. */
    TOKEN_EXPIRED;

    /** The reason as clients see it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
