package mx.constancia.events.entry;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as ECMAScript writes them (RFC 8785 section 3.2.2.3; ECMA-262, Number::toString). */
final class CanonicalNumber {

    private static final double EXACT = 0x1p53;

    private CanonicalNumber() {
    }

    static String format(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a number is beyond the range of a double");
        }
        if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            return Long.toString((long) number);
        }
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        return (number < 0 ? "-" : "") + place(digits, digits.length() - shortest.scale());
    }

    /** The fewest digits that mean this double. Java's own text has two digits also where one is enough (4.9E-324). */
    private static BigDecimal shortest(double number) {
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (digits.precision() == 2) {
            BigDecimal one = digits.round(new MathContext(1));
            return one.doubleValue() == number ? one.stripTrailingZeros() : digits;
        }
        return digits;
    }

    /** Puts the decimal point after so many of the digits. */
    private static String place(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + '.' + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + 'e' + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }
}
