package mx.constancia.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the person who starts the local default asked for.
 *
 * @param data     directory that keeps everything
 * @param portBase port of the issuer, followed by those of the command and the query service; 0 for free ports
 * @param demo     whether to load the programmes
 */
record Options(Path data, int portBase, boolean demo) {

    static final String USAGE = """
        usage: deploy/local/run [--data DIR] [--port-base N] [--demo]
          --data DIR     directory that keeps everything (default deploy/local/data)
          --port-base N  issuer on port N, command service on N+1, query service on N+2 (default 8080); 0 takes free ports
          --demo         loads real participation programmes; doing it again changes nothing""";

    private static final int HIGHEST_BASE = 65_533;

    /** Reads the command line; of two equal options the last wins. */
    static Options parse(String... arguments) {
        Path data = Path.of("deploy", "local", "data");
        int portBase = 8080;
        boolean demo = false;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            switch (rest.next()) {
                case "--data" -> data = Path.of(value("--data", rest));
                case "--port-base" -> portBase = port(value("--port-base", rest));
                case "--demo" -> demo = true;
                case String other -> throw new IllegalArgumentException("unknown option " + other);
            }
        }
        return new Options(data.toAbsolutePath().normalize(), portBase, demo);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("no value for " + option);
        }
        return rest.next();
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= HIGHEST_BASE) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port-base is a number, not " + value, e);
        }
        throw new IllegalArgumentException("--port-base is between 0 and " + HIGHEST_BASE);
    }
}
