package mx.constancia.auditor.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

import mx.constancia.auditor.verify.Fault;

/** The tool's sentences, in Spanish or English. */
final class Messages {

    private static final String BUNDLE = "mx.constancia.auditor.cli.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    Messages(Locale locale) {
        this.locale = locale;
        // English is what is neither: not the language of whoever runs the machine.
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** What was found. */
    String sentence(Fault fault) {
        return text("fault." + fault.kind(), fault.details().toArray());
    }

    /** What that means, and for whom. */
    String meaning(Fault fault) {
        return text("meaning." + fault.kind());
    }

    /** Which positions it concerns; empty for the log as a whole. */
    String positions(Fault fault) {
        if (fault.from() == null || fault.to() == null) {
            return "";
        }
        return fault.from().equals(fault.to()) ? text("position", number(fault.from()))
                : text("positions", number(fault.from()), number(fault.to()));
    }

    /** Without separators, so that it can be copied into another command. */
    static String number(long number) {
        return Long.toString(number);
    }
}
