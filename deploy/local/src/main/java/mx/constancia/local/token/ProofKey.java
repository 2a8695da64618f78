package mx.constancia.local.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of one authorization request: the code verifier of PKCE (RFC 7636) and the state that ties the answer to it. */
record ProofKey(String verifier, String state) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static ProofKey random() {
        return new ProofKey(randomText(), randomText());
    }

    /** The S256 challenge (RFC 7636, 4.2). */
    String challenge() {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String randomText() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
