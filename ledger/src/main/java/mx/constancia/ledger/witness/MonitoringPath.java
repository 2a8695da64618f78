package mx.constancia.ledger.witness;

import java.util.HexFormat;
import mx.constancia.ledger.text.Sha256;
import mx.constancia.ledger.text.Utf8;

/** Where a witness shows the checkpoint of a log that it cosigned last, below its monitoring prefix. */
public final class MonitoringPath {

    private MonitoringPath() {
    }

    /** {@code <hex SHA-256 of the origin>/checkpoint}. */
    public static String of(String origin) {
        return HexFormat.of().formatHex(Sha256.digest().digest(Utf8.encode("origin", origin))) + "/checkpoint";
    }
}
