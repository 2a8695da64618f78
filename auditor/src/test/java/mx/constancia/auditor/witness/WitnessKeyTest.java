package mx.constancia.auditor.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import mx.constancia.auditor.file.FolderLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessKeyTest {

    @TempDir
    private Path folder;

    @Test
    void aKeyIsMadeOnceAndStays() throws IOException {
        byte[] made = WitnessKey.in(folder).publicKey();

        assertThat(WitnessKey.in(folder).publicKey()).isEqualTo(made);
    }

    @Test
    void onlyTheOwnerReadsTheKey() throws IOException {
        WitnessKey.in(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.pem")))).isEqualTo("rw-------");
    }

    @Test
    void aDamagedKeyIsNotReplaced() throws IOException {
        Path file = folder.resolve("key.pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> WitnessKey.in(folder)).isInstanceOf(IOException.class);
        assertThat(Files.readString(file)).contains("AAAA");
    }

    @Test
    void twoWitnessesCannotShareAFolder() throws IOException {
        try (FolderLock first = FolderLock.take(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(folder)).isInstanceOf(IOException.class).hasMessageContaining("another process");
        }
        FolderLock.take(folder).close();
    }
}
