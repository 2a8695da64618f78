package mx.constancia.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that is generated: a test fails when it is not current, until someone has looked at the difference. */
public final class ApprovedFile {

    private static final boolean APPROVE = Boolean.getBoolean("contract.approve");

    private ApprovedFile() {}

    /**
     * Compares the file with what it must be; under {@code -Dcontract.approve=true} writes it.
     *
     * @param file relative to the module's directory
     * @throws AssertionError when they differ
     */
    public static void assertCurrent(Path file, String generated) {
        try {
            if (APPROVE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, generated);
            }
            String committed = Files.exists(file) ? Files.readString(file) : "";
            if (!committed.equals(generated)) {
                throw new AssertionError(file + " is not current. It differs first at line " + firstDifference(committed, generated)
                        + ". Review the change and run this test with -Dcontract.approve=true.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstDifference(String committed, String generated) {
        String[] old = committed.split("\n", -1);
        String[] now = generated.split("\n", -1);
        int line = 0;
        while (line < Math.min(old.length, now.length) && old[line].equals(now[line])) {
            line++;
        }
        return (line + 1) + ": " + (line < now.length ? now[line].strip() : "the end");
    }
}
