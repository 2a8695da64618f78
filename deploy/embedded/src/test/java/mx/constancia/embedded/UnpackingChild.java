package mx.constancia.embedded;

import java.nio.file.Path;

/** Unpacks the PostgreSQL programs below the given directory. */
final class UnpackingChild {

    private UnpackingChild() {}

    public static void main(String[] arguments) throws Exception {
        PostgreSqlBinaries.unpackedBelow(Path.of(arguments[0]));
        ChildJvm.reportReadyAndStay();
    }
}
