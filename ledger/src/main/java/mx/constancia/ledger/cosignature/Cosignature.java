package mx.constancia.ledger.cosignature;

import java.nio.ByteBuffer;
import java.time.Instant;
import mx.constancia.ledger.text.Utf8;

/** The wire form of a cosignature/v1: a time in whole seconds (u64, big-endian) and an Ed25519 signature. */
final class Cosignature {

    private static final int ED25519_SIGNATURE = 64;

    private Cosignature() {
    }

    /** What the key signs (tlog-cosignature, "Ed25519 signed message"). */
    static byte[] message(long seconds, String text) {
        return Utf8.encode("cosignature", "cosignature/v1\ntime " + seconds + "\n" + text);
    }

    static byte[] format(long seconds, byte[] signature) {
        return ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    }

    static boolean isWellFormed(byte[] cosignature) {
        return cosignature.length == Long.BYTES + ED25519_SIGNATURE
                && seconds(cosignature) >= 0
                && seconds(cosignature) <= Instant.MAX.getEpochSecond();
    }

    static long seconds(byte[] cosignature) {
        return ByteBuffer.wrap(cosignature).getLong();
    }

    static byte[] signature(byte[] cosignature) {
        var signature = new byte[ED25519_SIGNATURE];
        ByteBuffer.wrap(cosignature).position(Long.BYTES).get(signature);
        return signature;
    }
}
