package mx.constancia.command.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.pem.PemContent;

import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.note.Signer;

/** A key in a PEM file, PKCS#8: what {@code openssl genpkey -algorithm ed25519} writes. */
final class LedgerKeyFile {

    private static final Logger log = LoggerFactory.getLogger(LedgerKeyFile.class);
    private static final int LINE = 64;

    private final Path file;

    LedgerKeyFile(String file) {
        this.file = Path.of(file).toAbsolutePath();
    }

    /** @throws LedgerSettingsException when there is no key in the file */
    Signer read() {
        try {
            return Ed25519Key.of(PemContent.load(file).getPrivateKey());
        } catch (IOException e) {
            throw new LedgerSettingsException("The ledger's key cannot be read from " + file + ": " + e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            throw new LedgerSettingsException(file + " holds no Ed25519 private key in a PEM block (PKCS#8)");
        }
    }

    /** The key; a new one, readable by the owner only, when there is no file. */
    Signer readOrGenerate() {
        if (Files.notExists(file)) {
            generate();
        }
        return read();
    }

    private void generate() {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(Ed25519Key.generate().privateKey().getEncoded());
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "ledger-key", ".new");
            Files.write(draft, ("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n").getBytes(StandardCharsets.US_ASCII));
            Files.move(draft, file);
            log.info("event=ledger-key-generated file={}", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
