package mx.constancia.events.entry;

import java.security.SecureRandom;
import java.util.HexFormat;

import mx.constancia.events.StoredEvent;

/**
 * Binds an event to its restricted part without revealing it: the digest is public, the salt goes with the part. Without the
 * salt nobody can find out by trying what was in the part; when part and salt are erased, the digest means nothing any more and
 * every proof still holds.
 *
 * @param digest SHA-256 of the salt's bytes and the canonical restricted part (RFC 8785), 64 lower-case hexadecimal digits
 * @param salt   32 random bytes, 64 lower-case hexadecimal digits
 */
public record RestrictedSeal(String digest, String salt) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    /** Seals a restricted part, given its JSON, with a new salt. */
    public static RestrictedSeal of(String restrictedPart) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return of(restrictedPart, HexFormat.of().formatHex(salt));
    }

    /** The seal of a restricted part with this salt. */
    public static RestrictedSeal of(String restrictedPart, String salt) {
        return new RestrictedSeal(Digest.of(HexFormat.of().parseHex(salt), CanonicalJson.of(restrictedPart)), salt);
    }

    /**
     * Whether the event's restricted part is the one that its digest was made of. Holds also where the reader has no restricted
     * part: there never was one, it was erased, or it is withheld.
     */
    public static boolean holds(StoredEvent event) {
        String part = event.restrictedPart();
        String salt = event.restrictedSalt();
        try {
            return part == null ? salt == null : salt != null && of(part, salt).digest().equals(event.restrictedDigest());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
