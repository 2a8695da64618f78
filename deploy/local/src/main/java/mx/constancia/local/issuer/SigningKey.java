package mx.constancia.local.issuer;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;

/** The key that signs the tokens (JWK, RFC 7517), kept in a file that only its owner can read. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {
    }

    /**
     * Reads the key of {@code directory}, or makes one there on the first start.
     *
     * @throws IllegalStateException if the file holds no private RSA key: making another would void every token issued so far
     */
    static RSAKey loadOrCreate(Path directory) throws IOException {
        Path file = directory.resolve("signing-key.json");
        if (Files.notExists(file)) {
            write(generate(), directory, file);
        }
        try {
            RSAKey key = RSAKey.parse(Files.readString(file));
            if (key.isPrivate()) {
                return key;
            }
        } catch (ParseException e) {
            throw new IllegalStateException("no signing key in " + file + ": restore or remove the file", e);
        }
        throw new IllegalStateException("only a public key in " + file + ": restore or remove the file");
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(RSAKey key, Path directory, Path file) throws IOException {
        Files.createDirectories(directory);
        Path draft = directory.resolve("signing-key.json.new");
        Files.deleteIfExists(draft);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(key.toJSONString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, ATOMIC_MOVE);
    }
}
