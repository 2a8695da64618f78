package mx.constancia.auditor.source;

import java.util.Optional;

/** The files of a log as a service serves them. */
public final class HttpFiles implements LedgerFiles {

    /** Where a query service serves them, below its address. */
    public static final String PREFIX = "ledger/";

    private static final int AT_ONCE = 8;

    private final Http http;

    public HttpFiles(Http http) {
        this.http = http;
    }

    @Override
    public String name() {
        return http.base() + PREFIX;
    }

    @Override
    public int readersAtOnce() {
        return AT_ONCE;
    }

    @Override
    public Optional<byte[]> find(String path, int limit) {
        return http.get(PREFIX + path, limit);
    }

    @Override
    public void close() {
        http.close();
    }
}
