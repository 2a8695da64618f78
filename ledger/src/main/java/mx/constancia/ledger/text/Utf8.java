package mx.constancia.ledger.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import mx.constancia.ledger.MalformedException;

/** UTF-8 that refuses what it cannot represent, where {@link String} would put a replacement character. */
public final class Utf8 {

    private Utf8() {
    }

    /** Decodes at most {@code limit} bytes. */
    public static String decode(String format, byte[] bytes, int limit) {
        if (bytes.length > limit) {
            throw MalformedException.atByte(format, limit, "longer than " + limit + " bytes");
        }
        var in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in).toString();
        } catch (CharacterCodingException e) {
            throw MalformedException.atByte(format, in.position(), "not UTF-8");
        }
    }

    /** Encodes text; an unpaired surrogate is a fault. */
    public static byte[] encode(String format, String text) {
        try {
            ByteBuffer out = StandardCharsets.UTF_8.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            var bytes = new byte[out.remaining()];
            out.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new MalformedException(format, "text", "has an unpaired surrogate");
        }
    }
}
