package mx.constancia.decision;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises personal data that never belongs in an event (datos personales; the log cannot forget them). Patterns only: a
 * text that passes may still say too much.
 */
enum PersonalData {

    /** Clave Única de Registro de Población. */
    CURP("a CURP", "(?i)(?<![A-Z0-9])[A-Z][AEIOUX][A-Z]{2}\\d{2}" + PersonalData.MONTH_AND_DAY + "[HMX][A-Z]{5}[A-Z0-9]\\d(?![A-Z0-9])"),
    /** Registro Federal de Contribuyentes of a natural person; that of an organisation is public and has three letters. */
    RFC("an RFC", "(?iu)(?<![A-ZÑ&0-9])[A-ZÑ&]{4}\\d{2}" + PersonalData.MONTH_AND_DAY + "[A-Z0-9]{2}[0-9A](?![A-Z0-9])"),
    /** E-mail address. */
    E_MAIL("an e-mail address", "[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+"),
    /** Mexican telephone number: area code and ten digits in all, alone or in the usual groups, with or without country code. */
    TELEPHONE("a telephone number", "(?<![\\p{Alnum}])(?:\\+52[ .-]?|52[ .-])?(?:\\(?(?:33|55|56|81)\\)?[ .-]?\\d{4}[ .-]?\\d{4}"
            + "|\\(?" + PersonalData.AREA + "\\d\\)?[ .-]?\\d{3}[ .-]?\\d{4}"
            + "|" + PersonalData.AREA + "(?:[ .-]\\d{2}){4})(?![\\p{Alnum}])") {
        @Override
        boolean isIn(String text) {
            return super.isIn(ADDRESS.matcher(text).replaceAll(" "));
        }
    };

    private static final String MONTH_AND_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

    /** Area codes begin with 22 or more, so that numbers that begin with a year are not telephone numbers. */
    private static final String AREA = "(?:2[2-9]|[3-9]\\d)";

    /** Web addresses carry document numbers that look like telephone numbers. */
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final String inWords;
    private final Pattern pattern;

    PersonalData(String inWords, String regex) {
        this.inWords = inWords;
        this.pattern = Pattern.compile(regex);
    }

    /** Each kind has at least so many digits, or the sign of an e-mail address. */
    private static final int FEWEST_DIGITS = 6;

    /** The first kind of personal data that the text seems to contain. */
    static Optional<PersonalData> in(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (plain.indexOf('@') < 0 && digits(plain) < FEWEST_DIGITS) {
            return Optional.empty();
        }
        for (PersonalData kind : values()) {
            if (kind.isIn(plain)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits++;
            }
        }
        return digits;
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** How an error message names it. */
    String inWords() {
        return inWords;
    }
}
