package mx.constancia.auditor.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import mx.constancia.auditor.file.DurableFile;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.note.Ed25519Key;

/** The private key of a witness in its folder: PKCS#8 as PEM (RFC 7468), readable by its owner only. */
public final class WitnessKey {

    private static final String FILE = "key.pem";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LINE = 64;

    private WitnessKey() {
    }

    /**
     * The key of a folder that this process has for itself; a new one when there is none.
     *
     * @throws IOException when it cannot be read or written
     */
    public static Ed25519Key in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            return parse(file, Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            Ed25519Key key = Ed25519Key.generate();
            DurableFile.writeSecret(file, format(key).getBytes(StandardCharsets.US_ASCII));
            return key;
        }
    }

    private static Ed25519Key parse(Path file, String pem) throws IOException {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IOException(file + " is not a private key in PEM");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            return Ed25519Key.of(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException | MalformedException e) {
            // Without the cause: no message may carry a part of the key.
            throw new IOException(file + " is not an Ed25519 private key in PKCS#8");
        }
    }

    private static String format(Ed25519Key key) {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.privateKey().getEncoded());
        return BEGIN + "\n" + base64 + "\n" + END + "\n";
    }
}
