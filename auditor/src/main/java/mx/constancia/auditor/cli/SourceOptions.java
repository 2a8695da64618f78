package mx.constancia.auditor.cli;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import mx.constancia.auditor.source.Http;
import mx.constancia.auditor.source.Kafka;
import mx.constancia.events.Topics;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command reads from; any combination, each compared with the others. */
final class SourceOptions {

    private static final URI LOCAL = URI.create("http://localhost:8082");
    private static final String FILE = "@";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--url", paramLabel = "URL", description = "Query service. Default where no other source is given: http://localhost:8082")
    private @Nullable URI url;

    @Option(names = "--token", paramLabel = "TOKEN|@FILE", defaultValue = "${env:CONSTANCIA_TOKEN}",
            description = "Access token for --url, to see restricted parts. Default: CONSTANCIA_TOKEN")
    private @Nullable String token;

    @Option(names = "--kafka", paramLabel = "HOST:PORT,…", description = "Kafka: the topics of the ledger and of the events.")
    private @Nullable String kafka;

    @Option(names = "--kafka-topic", paramLabel = "TOPIC", defaultValue = Topics.PUBLIC_EVENTS,
            description = "Topic of the events. Default: ${DEFAULT-VALUE}")
    private String kafkaTopic = Topics.PUBLIC_EVENTS;

    @Option(names = "--kafka-config", paramLabel = "FILE", description = "Further settings of the Kafka client, as properties.")
    private @Nullable Path kafkaConfig;

    @Option(names = "--dir", paramLabel = "DIR", description = "Folder of constancia-audit export, or of any C2SP log.")
    private @Nullable Path folder;

    @Option(names = "--jdbc", paramLabel = "URL", description = "Database of the event log, read only: jdbc:postgresql://…")
    private @Nullable String jdbc;

    @Option(names = "--jdbc-user", paramLabel = "USER", description = "Its user; the password comes from CONSTANCIA_JDBC_PASSWORD.")
    private @Nullable String jdbcUser;

    @Option(names = "--ledger-only", description = "Verify the ledger's files only, and no events.")
    private boolean ledgerOnly;

    /** What was named on the command line; the service on this machine when that has no ledger. */
    Sources open() {
        boolean hasLedger = url != null || kafka != null || folder != null;
        return new Sources(hasLedger ? Optional.ofNullable(url) : Optional.of(LOCAL), token(), kafka(), kafkaTopic,
                Optional.ofNullable(folder), Optional.ofNullable(jdbc), Optional.ofNullable(jdbcUser), !ledgerOnly);
    }

    /** The service that was named, or the one on this machine. */
    Http http() {
        return new Http(url == null ? LOCAL : url, token());
    }

    /** Whether a service is among the sources. */
    boolean hasService() {
        return url != null || kafka == null && folder == null;
    }

    private Optional<Kafka> kafka() {
        return Optional.ofNullable(kafka).map(bootstrap -> new Kafka(bootstrap, kafkaSettings()));
    }

    private Map<String, String> kafkaSettings() {
        Map<String, String> settings = new HashMap<>();
        if (kafkaConfig != null) {
            var properties = new Properties();
            try (Reader reader = Files.newBufferedReader(kafkaConfig)) {
                properties.load(reader);
            } catch (IOException e) {
                throw unreadable(kafkaConfig, e);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        return settings;
    }

    private @Nullable String token() {
        if (token == null || !token.startsWith(FILE)) {
            return token;
        }
        Path file = Path.of(token.substring(FILE.length()));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private ParameterException unreadable(Path file, IOException e) {
        return new ParameterException(command.commandLine(), file + " cannot be read: " + e.getMessage());
    }
}
