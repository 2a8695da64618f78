package mx.constancia.ledger.note;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import mx.constancia.ledger.MalformedException;

/** An Ed25519 private key in this process's memory: for development, tests and witnesses. */
public final class Ed25519Key implements Signer {

    /** Bytes in a private key (RFC 8032 calls them the seed). */
    public static final int SEED_SIZE = 32;

    private final KeyPair pair;
    private final byte[] publicKey;

    private Ed25519Key(KeyPair pair) {
        this.pair = pair;
        this.publicKey = Ed25519PublicKey.bytes((EdECPublicKey) pair.getPublic());
    }

    /** A new key from the platform's random source. */
    public static Ed25519Key generate() {
        return generate(new SecureRandom());
    }

    /** The key of a seed. */
    public static Ed25519Key ofSeed(byte[] seed) {
        if (seed.length != SEED_SIZE) {
            throw new MalformedException("Ed25519 seed", "length", seed.length + " bytes instead of " + SEED_SIZE);
        }
        return generate(new Fixed(seed));
    }

    /** A key that was read from a key store or a PKCS#8 file. */
    public static Ed25519Key of(PrivateKey key) {
        if (key instanceof EdECPrivateKey ed && ed.getBytes().isPresent()) {
            return ofSeed(ed.getBytes().get());
        }
        throw new MalformedException("Ed25519 private key", "type", key.getAlgorithm() + " key without readable seed");
    }

    /** The key for a key store or a PKCS#8 file. Secret. */
    public PrivateKey privateKey() {
        return pair.getPrivate();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private static Ed25519Key generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return new Ed25519Key(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform makes no Ed25519 keys", e);
        }
    }

    /** The JDK derives a public key only while it generates a pair; so its "random" seed is the one that we have. */
    private static final class Fixed extends SecureRandom {

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
