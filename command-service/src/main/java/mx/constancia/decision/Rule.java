package mx.constancia.decision;

/**
 * One named legal rule. The condition stands where the rule is required, in a command's {@code decide}.
 *
 * @param code      stable code that starts with the article, such as {@code G18-CONTENT-MISSING}
 * @param article   the article, such as {@code G-18}; for integrity rules of ours, {@code H1}
 * @param strength  how a breach acts
 * @param conflict  whether a breach is a conflict with the aggregate's state (HTTP 409) rather than with the rule itself (422)
 * @param statement the rule as one English sentence
 */
public record Rule(String code, String article, Strength strength, boolean conflict, String statement) {

    /** An integrity rule about the command itself. */
    public static Rule integrity(String code, String article, String statement) {
        return new Rule(code, article, Strength.H1, false, statement);
    }

    /** An integrity rule about what the state still allows. */
    public static Rule conflict(String code, String article, String statement) {
        return new Rule(code, article, Strength.H1, true, statement);
    }

    /** A legal precondition. */
    public static Rule precondition(String code, String article, String statement) {
        return new Rule(code, article, Strength.H2, false, statement);
    }

    /** A monitored obligation. */
    public static Rule monitored(String code, String article, String statement) {
        return new Rule(code, article, Strength.M, false, statement);
    }
}
