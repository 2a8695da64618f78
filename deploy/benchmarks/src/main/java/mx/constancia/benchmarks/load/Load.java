package mx.constancia.benchmarks.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A load of many agencies: a file of their registrations, and one of each agency, because an officer acts for its own only. The same
 * seed and scale give the same files, byte for byte.
 */
public abstract class Load {

    /** Agencies with a social comptrollership programme in 2022. */
    static final int AGENCIES = 53;

    private static final LocalDate REGISTERED = LocalDate.of(2017, 8, 14);

    private final long seed;

    Load(long seed) {
        this.seed = seed;
    }

    /**
     * A load of a tier.
     *
     * @param tier    A or B
     * @param percent of the whole
     * @throws IllegalArgumentException when there is no such tier
     */
    public static Load of(String tier, long seed, int percent) {
        return switch (tier) {
            case "A" -> new TierA(seed, percent);
            case "B" -> new TierB(seed, percent);
            default -> throw new IllegalArgumentException("There is no tier " + tier + ": A or B.");
        };
    }

    /**
     * What was written.
     *
     * @param agencies the registrations, for the role UDP
     * @param files    one for each agency, for its responsible unit
     * @param lines    lines in all
     */
    public record Written(Path agencies, List<AgencyFile> files, long lines) {
    }

    /** @param agency whose file it is */
    public record AgencyFile(String agency, Path path) {
    }

    /** Writes the files into a directory, which need not exist. */
    public Written write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path registrations = directory.resolve("agencies.ndjson");
        long lines = 0;
        try (BufferedWriter out = Files.newBufferedWriter(registrations)) {
            CommandLines registered = new CommandLines(out);
            for (int agency = 0; agency < AGENCIES; agency++) {
                registered.agency(name(agency), "register-agency", REGISTERED, CommandLines.fields("name", "Dependencia de muestra " + agency,
                        "kind", "AGENCY", "jurisdiction", "FEDERAL_AGENCY", "labourRegime", "B", "timeZone", "America/Mexico_City"));
            }
            lines += registered.count();
        }
        List<AgencyFile> files = new ArrayList<>();
        for (int agency = 0; agency < AGENCIES; agency++) {
            Path path = directory.resolve(name(agency) + ".ndjson");
            try (BufferedWriter out = Files.newBufferedWriter(path)) {
                CommandLines its = new CommandLines(out);
                write(agency, its, new Random(seed * AGENCIES + agency));
                lines += its.count();
            }
            files.add(new AgencyFile(name(agency), path));
        }
        return new Written(registrations, files, lines);
    }

    /** Writes the life of an agency's mechanisms. */
    abstract void write(int agency, CommandLines out, Random random) throws IOException;

    /** How many of so many in all belong to an agency. */
    static int share(int all, int agency) {
        return all / AGENCIES + (agency < all % AGENCIES ? 1 : 0);
    }

    static String name(int agency) {
        return "dependencia-" + agency;
    }
}
