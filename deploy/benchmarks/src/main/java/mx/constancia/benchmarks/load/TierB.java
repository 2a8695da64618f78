package mx.constancia.benchmarks.load;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Random;

/**
 * The social comptrollership of 2024: 144,042 committees with 460,842 members, 1.24 meetings each, 112,661 reports, all closed at the
 * end of the year. Many short streams.
 */
final class TierB extends Load {

    private static final int COMMITTEES = 144_042;
    private static final int MEMBERS = 460_842;
    private static final int MEETINGS = 178_000;
    private static final int REPORTS = 112_661;
    private static final int YEAR = 2024;

    private final int committees;

    TierB(long seed, int percent) {
        super(seed);
        this.committees = Math.max(1, (int) (COMMITTEES * (long) percent / 100));
    }

    @Override
    void write(int agency, CommandLines out, Random random) throws IOException {
        for (int committee = 0; committee < share(committees, agency); committee++) {
            Council council = new Council("comite-" + agency + "-" + committee, out, random);
            LocalDate day = LocalDate.of(YEAR, 2, 1).plusDays(random.nextInt(150));
            council.exist(day, "ORGANIZED");
            for (int member = 0; member < some(MEMBERS, random); member++) {
                council.appoint(day, "persona-" + member, true);
            }
            for (int meeting = 0; meeting < some(MEETINGS, random); meeting++) {
                council.session(day.plusDays(30 + 40L * meeting), "ORDINARY");
            }
            if (random.nextInt(20) == 0 && council.hasMembers()) {
                council.leave(day.plusDays(90));
            }
            if (random.nextInt(COMMITTEES) < REPORTS) {
                council.report(YEAR);
            }
            council.conclude(LocalDate.of(YEAR + 1, 2, 3));
        }
    }

    /** A number of things of one committee, whose mean is that of all committees. */
    private static int some(int all, Random random) {
        int whole = all / COMMITTEES;
        return whole + (random.nextInt(COMMITTEES) < all % COMMITTEES ? 1 : 0);
    }
}
