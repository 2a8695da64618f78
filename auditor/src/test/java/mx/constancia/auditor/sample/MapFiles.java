package mx.constancia.auditor.sample;

import java.util.Map;
import java.util.Optional;

import mx.constancia.auditor.source.LedgerFiles;

/** The files of a log in memory. */
public record MapFiles(Map<String, byte[]> files) implements LedgerFiles {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public int readersAtOnce() {
        return 2;
    }

    @Override
    public Optional<byte[]> find(String path, int limit) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
