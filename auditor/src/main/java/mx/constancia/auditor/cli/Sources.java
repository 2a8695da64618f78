package mx.constancia.auditor.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import mx.constancia.auditor.audit.Copy;
import mx.constancia.auditor.source.EventSource;
import mx.constancia.auditor.source.FolderEvents;
import mx.constancia.auditor.source.FolderFiles;
import mx.constancia.auditor.source.Http;
import mx.constancia.auditor.source.HttpEvents;
import mx.constancia.auditor.source.HttpFiles;
import mx.constancia.auditor.source.JdbcEvents;
import mx.constancia.auditor.source.Kafka;
import mx.constancia.auditor.source.KafkaEvents;
import mx.constancia.auditor.source.KafkaFiles;
import mx.constancia.auditor.source.LedgerFiles;
import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.auditor.source.SourceException;

import org.jspecify.annotations.Nullable;

/** The opened sources of a command, as copies of the log: living events belong to the living copy that is named first. */
final class Sources implements AutoCloseable {

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();

    Sources(Optional<URI> url, @Nullable String token, Optional<Kafka> kafka, String kafkaTopic, Optional<Path> folder,
            Optional<String> jdbc, Optional<String> jdbcUser, boolean withEvents) {
        List<EventSource> living = new ArrayList<>();
        if (withEvents) {
            url.ifPresent(address -> living.add(opened(new HttpEvents(new Http(address, token)))));
            kafka.ifPresent(cluster -> living.add(opened(new KafkaEvents(cluster, kafkaTopic))));
            jdbc.ifPresent(database -> living.add(opened(
                    new JdbcEvents(database, jdbcUser.orElse(null), System.getenv("CONSTANCIA_JDBC_PASSWORD")))));
        }
        try {
            url.ifPresent(address -> add(new HttpFiles(new Http(address, token)), living));
            kafka.ifPresent(cluster -> add(KafkaFiles.read(cluster), living));
            folder.ifPresent(path -> addFolder(path, living, withEvents));
        } catch (SourceException e) {
            close();
            throw e;
        }
    }

    List<Copy> copies() {
        return List.copyOf(copies);
    }

    @Override
    public void close() {
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) {
                // It was read from only: nothing is lost with it.
            }
        }
    }

    private void addFolder(Path folder, List<EventSource> living, boolean withEvents) {
        if (!Files.isDirectory(folder)) {
            throw new SourceException(folder.toString(), "there is no such folder");
        }
        List<EventSource> events = new ArrayList<>(copies.isEmpty() ? living : List.of());
        if (withEvents && FolderEvents.areIn(folder)) {
            events.add(opened(new FolderEvents(folder)));
        }
        copies.add(new Copy(new LedgerReader(opened(new FolderFiles(folder))), events, true));
    }

    private void add(LedgerFiles files, List<EventSource> living) {
        copies.add(new Copy(new LedgerReader(opened(files)), copies.isEmpty() ? living : List.of(), false));
    }

    private <T extends AutoCloseable> T opened(T source) {
        open.add(source);
        return source;
    }
}
