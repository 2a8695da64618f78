package mx.constancia.attacks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.note.Ed25519NoteSigner;

/**
 * The log's signing key, which lies in a file like in production; some attackers have stolen it.
 *
 * @param file   PKCS#8 in PEM
 * @param signer signs as the log
 */
record Key(Path file, Ed25519NoteSigner signer) {

    static final String ORIGIN = "constancia.test/bitacora";

    static Key generate(Path directory) throws IOException {
        Ed25519Key key = Ed25519Key.generate();
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.privateKey().getEncoded());
        Path file = directory.resolve("ledger.pem");
        Files.write(file, ("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n").getBytes(StandardCharsets.US_ASCII));
        return new Key(file, new Ed25519NoteSigner(ORIGIN, key));
    }

    String vkey() {
        return signer.verifierKey().format();
    }
}
