package mx.constancia.query.ledger;

import java.time.Instant;
import java.util.Date;

import mx.constancia.ledger.checkpoint.SignedCheckpoint;

import org.bson.Document;
import org.bson.types.Binary;

/**
 * The checkpoint that is served: every file that it covers is there and was checked against it.
 *
 * @param signed     with all its signatures
 * @param offset     of the record that brought it
 * @param acceptedAt when this service accepted it
 */
record Published(SignedCheckpoint signed, long offset, Instant acceptedAt) {

    static final String ID = SignedCheckpoint.PATH;

    static Published of(Document document) {
        return new Published(SignedCheckpoint.parse(document.get("bytes", Binary.class).getData()), document.getLong("offset"),
                document.getDate("acceptedAt").toInstant());
    }

    Document document() {
        return new Document("_id", ID).append("bytes", new Binary(signed.bytes())).append("size", size()).append("offset", offset)
                .append("acceptedAt", Date.from(acceptedAt));
    }

    long size() {
        return signed.unverified().size();
    }
}
