package mx.constancia.history;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The head of a mechanism: technical secretariat (secretaría técnica; G-23) or coordination (coordinación; G-24).
 *
 * @param kind       TECHNICAL_SECRETARIAT or COORDINATION
 * @param personRef  reference of the person in the vault
 * @param publicName name
 * @param office     office held
 * @param rank       rank of the office; absent when it has none of the law
 * @param from       first day
 */
public record Head(String kind, String personRef, @Nullable String publicName, String office, @Nullable String rank, LocalDate from) {

    /** Head of a face-to-face mechanism. */
    public static final String TECHNICAL_SECRETARIAT = "TECHNICAL_SECRETARIAT";

    /** Head of a digital mechanism. */
    public static final String COORDINATION = "COORDINATION";
}
