package mx.constancia.auditor.source;

import java.util.Optional;

/** The static files of a log (c2sp.org/tlog-tiles), wherever they lie. Safe for several threads. */
public interface LedgerFiles extends AutoCloseable {

    /** Where they lie, for people. */
    String name();

    /** How many files are best read at once. */
    int readersAtOnce();

    /**
     * A file; empty when it is not there.
     *
     * @param path  below the log's prefix
     * @param limit longest file in bytes that is accepted
     * @throws SourceException when it cannot be read or is longer
     */
    Optional<byte[]> find(String path, int limit);

    @Override
    void close();
}
