package mx.constancia.benchmarks.rivals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections of one alternative. */
final class Pool {

    /** More bring nothing on the processors that these measurements have. */
    private static final int CONNECTIONS = 16;

    private Pool() {
    }

    static HikariDataSource of(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }
}
