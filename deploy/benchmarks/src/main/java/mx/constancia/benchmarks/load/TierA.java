package mx.constancia.benchmarks.load;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The Guidelines' own universe: 409 federal collegiate bodies, eight years from September 2017. A year of each has 5 sessions, 24
 * of its committees, 14 changes of members, a call and a report. Two in three existed before.
 */
final class TierA extends Load {

    private static final int MECHANISMS = 409;
    private static final int FIRST_YEAR = 2017;
    private static final int YEARS = 8;
    private static final int PUBLIC_SEATS = 4;
    private static final int CIVIL_SEATS = 10;
    private static final int SESSIONS = 5;
    private static final int COMMITTEE_SESSIONS = 24;
    private static final int REPLACEMENTS = 7;

    private final int mechanisms;

    TierA(long seed, int percent) {
        super(seed);
        this.mechanisms = Math.max(1, MECHANISMS * percent / 100);
    }

    /** Year by year, as an archive has it. */
    @Override
    void write(int agency, CommandLines out, Random random) throws IOException {
        List<Council> councils = new ArrayList<>();
        for (int i = 0; i < share(mechanisms, agency); i++) {
            councils.add(new Council("consejo-" + agency + "-" + i, out, random));
        }
        for (int i = 0; i < councils.size(); i++) {
            begin(councils.get(i), i % 3 != 2, LocalDate.of(FIRST_YEAR, 9, 1).plusDays(random.nextInt(60)));
        }
        for (int year = FIRST_YEAR + 1; year <= FIRST_YEAR + YEARS; year++) {
            for (Council council : councils) {
                year(council, year, random);
            }
        }
    }

    private static void begin(Council council, boolean existed, LocalDate day) throws IOException {
        if (existed) {
            council.exist(day, "ORGANIZED");
        } else {
            council.propose(day);
            council.call(day.plusDays(25));
        }
        LocalDate formed = day.plusDays(70);
        for (int seat = 0; seat < PUBLIC_SEATS; seat++) {
            council.appoint(formed, "publica-" + seat, false);
        }
        for (int seat = 0; seat < CIVIL_SEATS; seat++) {
            council.appoint(formed, "civil-" + seat, true);
        }
        council.secretary(formed);
        if (!existed) {
            council.organize(formed.plusDays(1));
        }
        council.session(formed.plusDays(9), "FIRST");
        council.operate(formed.plusDays(10));
    }

    private static void year(Council council, int year, Random random) throws IOException {
        LocalDate first = LocalDate.of(year, 2, 1).plusDays(random.nextInt(20));
        council.call(first);
        int all = SESSIONS + COMMITTEE_SESSIONS;
        for (int session = 0; session < all; session++) {
            LocalDate day = first.plusDays(35 + session * 9L);
            council.session(day, session % (all / SESSIONS) == 0 ? "ORDINARY" : "WORKING");
            if (session % (all / REPLACEMENTS) == 1 && session / (all / REPLACEMENTS) < REPLACEMENTS) {
                council.replace(day.plusDays(1));
            }
        }
        council.report(year - 1);
    }
}
