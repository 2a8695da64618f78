package mx.constancia.auditor.sample;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

import mx.constancia.ledger.cosignature.CosignatureSigner;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.note.Ed25519NoteSigner;

/** Public test keys. */
public final class Keys {

    public static final String ORIGIN = "example.org/mecanismos";
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Keys() {
    }

    /** The key whose seed is one byte, 32 times. */
    public static Ed25519Key key(int number) {
        var seed = new byte[Ed25519Key.SEED_SIZE];
        Arrays.fill(seed, (byte) number);
        return Ed25519Key.ofSeed(seed);
    }

    public static Ed25519NoteSigner log() {
        return new Ed25519NoteSigner(ORIGIN, key(0));
    }

    /** A signer under the log's name whose key nobody trusts. */
    public static Ed25519NoteSigner impostor() {
        return new Ed25519NoteSigner(ORIGIN, key(100));
    }

    public static CosignatureSigner witness(int number) {
        return new CosignatureSigner("witness.example/" + number, key(number), InstantSource.fixed(NOON));
    }
}
