package mx.constancia.embedded;

import java.nio.file.Path;

/** Takes the given directory. */
final class LockingChild {

    private LockingChild() {}

    public static void main(String[] arguments) throws Exception {
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(Path.of(arguments[0]))) {
            ChildJvm.reportReadyAndStay();
        }
    }
}
