package mx.constancia.auditor.witness;

import java.nio.charset.StandardCharsets;

import mx.constancia.ledger.witness.Cosigned;
import mx.constancia.ledger.witness.SizeConflict;

/** What a witness answers to a checkpoint (tlog-witness, "add-checkpoint"). */
public sealed interface Answer {

    /** The status of the HTTP answer. */
    int status();

    /** The media type of its body. */
    String mediaType();

    /** Its body. */
    byte[] body();

    /** The checkpoint is consistent with all that the witness has seen; it is remembered, durably. */
    record Accepted(Cosigned cosigned) implements Answer {

        @Override
        public int status() {
            return Cosigned.STATUS;
        }

        @Override
        public String mediaType() {
            return PLAIN;
        }

        @Override
        public byte[] body() {
            return cosigned.bytes();
        }
    }

    /** The proof starts at another size than the one that the witness has; the log may prove again from there. */
    record Stale(SizeConflict conflict) implements Answer {

        @Override
        public int status() {
            return SizeConflict.STATUS;
        }

        @Override
        public String mediaType() {
            return SizeConflict.MEDIA_TYPE;
        }

        @Override
        public byte[] body() {
            return conflict.bytes();
        }
    }

    /** Nothing was signed or remembered. */
    record Refused(Reason reason, String detail) implements Answer {

        @Override
        public int status() {
            return reason.status;
        }

        @Override
        public String mediaType() {
            return PLAIN;
        }

        @Override
        public byte[] body() {
            return (detail + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Why a checkpoint is refused. */
    enum Reason {
        /** The body is not of its format, or its old size is larger than the checkpoint's. */
        MALFORMED(400),
        /** No trusted key of the log signed it. */
        UNSIGNED(403),
        /** The witness does not watch this log. */
        UNKNOWN_LOG(404),
        /** The body is longer than any that is of its format. */
        TOO_LARGE(413),
        /** The log did not only grow. */
        INCONSISTENT(422);

        private final int status;

        Reason(int status) {
            this.status = status;
        }
    }

    /** Media type of texts. */
    String PLAIN = "text/plain; charset=utf-8";
}
