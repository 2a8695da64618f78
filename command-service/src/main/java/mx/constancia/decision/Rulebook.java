package mx.constancia.decision;

import java.time.LocalDate;

import mx.constancia.vocabulary.Jurisdiction;

/**
 * A body of norms, chosen by the legal date of the fact and the agency's jurisdiction (marco normativo aplicable). Every
 * event stores the one that it was judged by.
 */
public enum Rulebook {

    /** The Guidelines of 11 August 2017 (DOF 5493639), in force from the day after. */
    SEGOB_2017("SEGOB-2017"),
    /** No federal guideline binds: integrity rules only. */
    LOCAL_GENERIC("LOCAL-GENERIC");

    private static final LocalDate GUIDELINES_IN_FORCE = LocalDate.of(2017, 8, 12);

    private final String id;

    Rulebook(String id) {
        this.id = id;
    }

    /** The id that events store. */
    public String id() {
        return id;
    }

    /**
     * The rulebook for a fact. The Guidelines bind federal bodies only (G-2) and facts from 12 August 2017 on. The text of the
     * Guidelines of 4 July 2024 is not loaded: later facts are still judged by those of 2017.
     */
    public static Rulebook on(LocalDate legalDate, Jurisdiction jurisdiction) {
        return jurisdiction.isFederal() && !legalDate.isBefore(GUIDELINES_IN_FORCE) ? SEGOB_2017 : LOCAL_GENERIC;
    }

    /** Whether a rule acts under the rulebook with this id; nothing acts under one that is not loaded here. */
    public static boolean binds(String id, Rule rule) {
        for (Rulebook rulebook : values()) {
            if (rulebook.id.equals(id)) {
                return rulebook.binds(rule);
            }
        }
        return false;
    }

    /** Whether a rule acts under this rulebook: integrity and rules of ours always, articles of the Guidelines only under them. */
    public boolean binds(Rule rule) {
        return rule.strength() == Strength.H1 || rule.article().equals("H1") || this == SEGOB_2017;
    }
}
