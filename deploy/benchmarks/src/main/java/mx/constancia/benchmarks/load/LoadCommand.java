package mx.constancia.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@code deploy/benchmarks/load TIER [--scale PERCENT] [--seed N] [--out DIR]}: writes the files of a load. Exit code 2: wrong usage. */
public final class LoadCommand {

    private static final String USAGE = "usage: deploy/benchmarks/load A|B [--scale PERCENT] [--seed N] [--out DIR]";

    private LoadCommand() {
    }

    /** Writes, and says what. */
    public static void main(String... arguments) throws IOException {
        Map<String, String> options = new HashMap<>(Map.of("--scale", "100", "--seed", "1", "--out", "."));
        try {
            for (int i = 1; i < arguments.length; i += 2) {
                if (options.replace(arguments[i], arguments[i + 1]) == null) {
                    throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
            }
            Load load = Load.of(arguments[0], Long.parseLong(options.get("--seed")), Integer.parseInt(options.get("--scale")));
            Load.Written written = load.write(Path.of(options.get("--out")));
            System.out.println(written.lines() + " lines: " + written.agencies() + " for the role UDP, and " + written.files().size()
                    + " files, each for the agency that its name says");
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
        }
    }
}
