package mx.constancia.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import mx.constancia.vocabulary.RecordMode;

/**
 * What holds for every command, checked over all its components, so that no slice can forget it. A component without
 * {@code @Nullable} is required.
 */
public final class CommonRules {

    static final Rule FIELD_MISSING = Rule.integrity("FIELD-MISSING", "H1", "Every required field has a value.");
    static final Rule FUTURE_DATE = Rule.integrity("FUTURE-DATE", "H1", "A fact is not recorded before it happens.");
    static final Rule DATE_RANGE = Rule.integrity("DATE-RANGE", "H1", "Dates lie between the years 1900 and 2199.");
    static final Rule NUMBER_RANGE = Rule.integrity("NUMBER-RANGE", "H1", "Numbers lie between 0 and 1,000,000.");
    static final Rule TEXT_TOO_LONG = Rule.integrity("TEXT-TOO-LONG", "H1", "A text has at most 4,000 characters.");
    static final Rule TEXT_UNREADABLE = Rule.integrity("TEXT-UNREADABLE", "H1", "A text has no control characters.");
    static final Rule LIST_TOO_LONG = Rule.integrity("LIST-TOO-LONG", "H1", "A list has at most 500 entries.");
    static final Rule REFERENCE_FORMAT = Rule.integrity("REFERENCE-FORMAT", "H1", "References and addresses have their form.");
    static final Rule PERSONAL_DATA = Rule.integrity("PII-IN-TEXT", "H1",
            "No CURP, RFC, e-mail address or telephone number stands in a record that cannot be erased.");
    static final Rule LATE_RECORDING = Rule.monitored("LATE-RECORDING", "H1", "A fact is recorded soon after it happens.");

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LIST = 500;
    private static final int GREATEST_NUMBER = 1_000_000;

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S{1,2000}");
    private static final Map<String, Pattern> FORMS = Map.of(
            "personRef", Pattern.compile("[A-Za-z0-9:_-]{3,64}"),
            "streamId", Pattern.compile("[a-z]{1,30}-[a-z0-9][a-z0-9-]{1,62}"),
            "seatId", Pattern.compile("[a-z0-9-]{1,64}"),
            "url", WEB_ADDRESS,
            "scheduleUrl", WEB_ADDRESS,
            "link", WEB_ADDRESS);

    private final Judgement judgement;
    private boolean complete = true;

    private CommonRules(Judgement judgement) {
        this.judgement = judgement;
    }

    /**
     * Judges what a submission says, and when.
     *
     * @param lateAfter how long after the fact a LIVE recording is still timely
     * @return whether nothing required is missing, so that the command itself can be asked
     */
    public static boolean judge(Submission submission, Context context, Period lateAfter, Judgement judgement) {
        CommonRules rules = new CommonRules(judgement);
        rules.record("", submission.command());
        rules.optional("onBehalfOf", submission.onBehalfOf());
        rules.list("legalBasis", submission.legalBasis());
        rules.list("evidence", submission.evidence());
        rules.optional("source", submission.source());
        rules.optional("correctsEventId", submission.correctsEventId());
        rules.date("occurredOn", context.occurredOn());
        judgement.require(FUTURE_DATE, !context.occurredOn().isAfter(context.today()), "occurredOn",
                () -> "The fact is dated " + context.occurredOn() + "; today is " + context.today() + ".");
        if (context.recordMode() == RecordMode.LIVE) {
            judgement.require(LATE_RECORDING, !context.today().minus(lateAfter).isAfter(context.occurredOn()), "occurredOn",
                    () -> "The fact of " + context.occurredOn() + " was recorded on " + context.today() + ".");
        }
        return rules.complete;
    }

    private void record(String path, Object record) {
        for (Component component : Component.of(record.getClass())) {
            String name = path.isEmpty() ? component.name() : path + "." + component.name();
            Object value = component.in(record);
            if (component.required()) {
                required(name, value);
            } else {
                optional(name, value);
            }
        }
    }

    private void required(String path, @Nullable Object value) {
        boolean given = value instanceof String text ? Values.isGiven(text) : value != null;
        judgement.require(FIELD_MISSING, given, path, () -> "The field '" + path + "' is required.");
        complete &= given;
        optional(path, value);
    }

    private void optional(String path, @Nullable Object value) {
        switch (value) {
            case null -> { }
            case String text -> text(path, text);
            case LocalDate date -> date(path, date);
            case Integer number -> judgement.require(NUMBER_RANGE, number >= 0 && number <= GREATEST_NUMBER, path,
                    () -> "The field '" + path + "' is " + number + ".");
            case List<?> list -> list(path, list);
            case Record record -> record(path, record);
            default -> { }
        }
    }

    private void list(String path, List<?> list) {
        judgement.require(LIST_TOO_LONG, list.size() <= LONGEST_LIST, path,
                () -> "The field '" + path + "' has " + list.size() + " entries.");
        for (int i = 0; i < Math.min(list.size(), LONGEST_LIST); i++) {
            required(path + "[" + i + "]", list.get(i));
        }
    }

    private void date(String path, LocalDate date) {
        judgement.require(DATE_RANGE, date.getYear() >= 1900 && date.getYear() < 2200, path,
                () -> "The field '" + path + "' is " + date + ".");
    }

    private void text(String path, String text) {
        judgement.require(TEXT_TOO_LONG, text.length() <= LONGEST_TEXT, path,
                () -> "The field '" + path + "' has " + text.length() + " characters.");
        judgement.require(TEXT_UNREADABLE, isReadable(text), path,
                () -> "The field '" + path + "' has characters that cannot be read.");
        Pattern form = FORMS.get(path.substring(path.lastIndexOf('.') + 1));
        judgement.require(REFERENCE_FORMAT, form == null || form.matcher(text).matches(), path,
                () -> "The field '" + path + "' must match " + form + ".");
        PersonalData.in(text.substring(0, Math.min(text.length(), LONGEST_TEXT))).ifPresent(kind ->
                judgement.require(PERSONAL_DATA, false, path,
                        () -> "The field '" + path + "' seems to contain " + kind.inWords() + "; personal data belongs in the vault."));
    }

    private static boolean isReadable(String text) {
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (!isReadable(codePoint)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReadable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\t' || codePoint == '\r';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
