package mx.constancia.query.totals;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.constancia.query.board.Asked;

import org.jspecify.annotations.Nullable;

/**
 * A period of whole months.
 *
 * @param first first month, such as 2024-01
 * @param last  last month
 */
record Months(String first, String last) {

    private static final String PARAMETER = "period";
    private static final Pattern FORM = Pattern.compile("(\\d{4})(-(?:0[1-9]|1[0-2]))?(?:/(\\d{4})(-(?:0[1-9]|1[0-2]))?)?");

    /**
     * A year, a month, or two of these with a slash between: {@code 2024}, {@code 2024-03}, {@code 2023/2024-06}.
     *
     * @throws mx.constancia.query.http.problem.Problem when it is none of these, or ends before it begins
     */
    static Optional<Months> of(@Nullable String period) {
        if (period == null) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(period);
        if (form.matches()) {
            boolean one = form.group(3) == null;
            Months months = new Months(form.group(1) + or(form.group(2), "-01"),
                    one ? form.group(1) + or(form.group(2), "-12") : form.group(3) + or(form.group(4), "-12"));
            if (months.first.compareTo(months.last) <= 0) {
                return Optional.of(months);
            }
        }
        throw Asked.refused(PARAMETER, "a year, a month, or a first and a last one: 2024, 2024-03 or 2023/2024-06");
    }

    private static String or(@Nullable String month, String otherwise) {
        return month == null ? otherwise : month;
    }
}
