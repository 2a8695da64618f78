package mx.constancia.auditor.source;

import java.time.Duration;

import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.note.SignedNote;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.TilePath;

/** The longest of everything that is read: a hostile source cannot exhaust the reader. */
public final class Limits {

    /** A checkpoint, in bytes. */
    public static final int CHECKPOINT = SignedNote.MAX_BYTES;
    /** The file of a log's keys, in bytes. */
    public static final int KEYS = 65_536;
    /** A tile, in bytes. */
    public static final int TILE = TilePath.FULL_WIDTH * Hash.SIZE;
    /** An entry bundle, in bytes. */
    public static final int BUNDLE = TilePath.FULL_WIDTH * (Short.BYTES + EntryBundle.MAX_ENTRY);
    /** One event as a line or as a record, in bytes. */
    public static final int EVENT = 1 << 20;
    /** The events of 256 positions, in bytes. */
    static final int PAGE = 96 << 20;
    /** What is fetched ahead of who checks it, in bytes, unless a single page is longer. */
    public static final int AHEAD = 32 << 20;
    /** Records of one answer of a broker, in bytes. */
    static final int BATCH = 16 << 20;
    /** A receipt, in bytes. */
    public static final int RECEIPT = SignedNote.MAX_BYTES + 200_000;
    /** One answer of a service that is no file of the log, in bytes. */
    public static final int ANSWER = 16 << 20;
    /** How long a source may take to connect. */
    static final Duration CONNECT = Duration.ofSeconds(10);
    /** How long a source may take for one file. */
    static final Duration ANSWERED = Duration.ofSeconds(60);
    /** How long a source may show nothing new of what it has promised. */
    static final Duration STALLED = Duration.ofSeconds(30);

    private Limits() {
    }
}
