package mx.constancia.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerKeyFileTest {

    @TempDir
    private Path directory;

    @Test
    void aGeneratedKeyIsTheOwnersOnlyAndStaysTheSame() throws IOException {
        Path file = directory.resolve("keys").resolve("ledger.pem");
        byte[] key = new LedgerKeyFile(file.toString()).readOrGenerate().publicKey();

        assertThat(new LedgerKeyFile(file.toString()).readOrGenerate().publicKey()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining(path -> !path.equals(file));
    }

    /** RFC 8410 section 10.3. */
    @Test
    void aKeyOfOtherToolsIsRead() throws IOException {
        Path file = directory.resolve("rfc8410.pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n");
        assertThat(HexFormat.of().formatHex(new LedgerKeyFile(file.toString()).read().publicKey()))
                .isEqualTo("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
    }

    @Test
    void aFileWithoutKeyIsRefusedByItsName() throws IOException {
        Path file = directory.resolve("other.pem");
        assertThatThrownBy(() -> new LedgerKeyFile(file.toString()).read()).isInstanceOf(LedgerSettingsException.class)
                .hasMessageContaining("other.pem");
        Files.writeString(file, "no key");
        assertThatThrownBy(() -> new LedgerKeyFile(file.toString()).read()).isInstanceOf(LedgerSettingsException.class)
                .hasMessageContaining("other.pem");
    }

    @Test
    void withoutKeyTheServiceRefusesToStartInOneLine() {
        LedgerProperties nothing = new LedgerProperties("constancia.test/ledger", "", "", false, "", "t", Duration.ZERO, Duration.ZERO,
                Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
        assertThatThrownBy(() -> new LedgerConfiguration().ledgerKeys(nothing)).isInstanceOf(LedgerSettingsException.class)
                .hasMessageContaining("constancia.ledger.key-file");
    }
}
