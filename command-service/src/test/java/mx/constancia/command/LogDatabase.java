package mx.constancia.command;

import java.util.Map;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

import mx.constancia.command.eventlog.SealRestrictedParts;
import mx.constancia.testing.TestDatabase;

/** A migrated database and ways into it. */
public record LogDatabase(TestDatabase database) {

    public static final String ROLE = "constancia_app";

    /** Creates the schema, as the service does at its start. */
    public static LogDatabase migrated(TestDatabase database) {
        migrate(database, MigrationVersion.LATEST);
        return new LogDatabase(database);
    }

    /** Brings the schema to a version. */
    public static void migrate(TestDatabase database, MigrationVersion version) {
        Flyway.configure().dataSource(database.jdbcUrl(), database.user(), database.password())
                .placeholders(Map.of("appRole", ROLE)).javaMigrations(new SealRestrictedParts()).target(version).load().migrate();
    }

    /** A pool as a node of the service has it. */
    public HikariDataSource asService() {
        HikariConfig config = config();
        config.setConnectionInitSql("set role " + ROLE);
        config.setConnectionTimeout(2000);
        config.setValidationTimeout(500);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "20");
        return new HikariDataSource(config);
    }

    /** A pool of the database's owner. */
    public HikariDataSource asOwner() {
        return new HikariDataSource(config());
    }

    private HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(8);
        return config;
    }
}
