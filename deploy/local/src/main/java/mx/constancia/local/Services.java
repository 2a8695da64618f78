package mx.constancia.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mx.constancia.embedded.EmbeddedPostgreSql;

/**
 * Starts the two services with the addresses of the other parts.
 *
 * @param libraries directory with the jars
 * @param addresses where every part answers, or is to answer
 */
record Services(Path libraries, Addresses addresses) {

    private static final String LEDGER_ORIGIN = "constancia.local/ledger";

    /** @param ledgerKey file of the key that signs the ledger; made when it is missing */
    HostedService command(EmbeddedPostgreSql postgres, Path ledgerKey) throws Exception {
        return start("constancia-command-service", "mx.constancia.command.CommandServiceApplication", addresses.command(), Map.of(
            "spring.datasource.url", addresses.postgres(),
            "spring.datasource.username", postgres.user(),
            "spring.datasource.password", postgres.password(),
            "constancia.ledger.origin", LEDGER_ORIGIN,
            "constancia.ledger.key-file", ledgerKey.toString(),
            "constancia.ledger.generate-key", "true"));
    }

    HostedService query() throws Exception {
        return start("constancia-query-service", "mx.constancia.query.QueryServiceApplication", addresses.query(), Map.of(
            "spring.mongodb.uri", addresses.mongo()));
    }

    private HostedService start(String artifact, String application, String address, Map<String, String> own) throws Exception {
        Map<String, String> settings = new HashMap<>(own);
        settings.putAll(Map.of(
            // Demo passwords are public: nothing of this process answers to other machines.
            "server.address", "127.0.0.1",
            "server.port", Integer.toString(URI.create(address).getPort()),
            "spring.kafka.bootstrap-servers", addresses.kafka(),
            "spring.security.oauth2.resourceserver.jwt.issuer-uri", addresses.issuer(),
            "spring.main.banner-mode", "off",
            "spring.main.register-shutdown-hook", "false",
            "spring.lifecycle.timeout-per-shutdown-phase", "5s",
            // The global registry belongs to the JVM: each service would show the other's meters.
            "management.metrics.use-global-registry", "false"));
        return HostedService.start(libraries, artifact, application, settings);
    }
}
