package mx.constancia.query.projection;

import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Whether documents are small enough for MongoDB. */
final class DocumentSize {

    /** MongoDB's limit for a document, in bytes. */
    static final int LIMIT = 16 * 1024 * 1024;

    private static final DocumentCodec CODEC = new DocumentCodec();
    /** Type, length and name of a value, and the number that names an element of a list. */
    private static final int FRAME = 24;
    private static final int BYTES_PER_CHARACTER = 3;

    private DocumentSize() {
    }

    /** Encodes the document only where a quick look says that it might be too large. */
    static boolean fits(Document document) {
        return atMost(document) <= LIMIT || new RawBsonDocument(document, CODEC).getByteBuffer().remaining() <= LIMIT;
    }

    /** Bytes of a value in BSON at most, found without encoding it. */
    static long atMost(@Nullable Object value) {
        return switch (value) {
            case String text -> FRAME + (long) text.length() * BYTES_PER_CHARACTER;
            case Binary bytes -> FRAME + (long) bytes.length();
            case Map<?, ?> fields -> {
                long size = FRAME;
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    size += atMost(field.getKey()) + atMost(field.getValue());
                }
                yield size;
            }
            case List<?> elements -> {
                long size = FRAME;
                for (Object element : elements) {
                    size += FRAME + atMost(element);
                }
                yield size;
            }
            case null -> FRAME;
            // Numbers, dates, truths.
            default -> FRAME;
        };
    }
}
