package mx.constancia.ledger.policy;

import java.util.List;
import java.util.Set;
import mx.constancia.ledger.MalformedException;

/** Which witnesses must have cosigned a checkpoint (tlog-policy, "Defining the quorum"). */
public sealed interface Quorum {

    /** The name of the quorum that asks for nobody. */
    String NONE = "none";

    /** Name in the policy. */
    String name();

    /** Whether these witnesses are enough. */
    boolean isMetBy(Set<String> witnesses);

    /** A name or an address is one word in a policy file: neither spaces nor control characters. */
    static void requireName(String where, String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            throw new MalformedException("policy", where, "is empty or has a space or control character");
        }
    }

    /** No witness is asked for: protects against change, not against two histories. */
    record None() implements Quorum {

        @Override
        public String name() {
            return NONE;
        }

        @Override
        public boolean isMetBy(Set<String> witnesses) {
            return true;
        }
    }

    /** One witness. */
    record Witness(String name) implements Quorum {

        @Override
        public boolean isMetBy(Set<String> witnesses) {
            return witnesses.contains(name);
        }
    }

    /**
     * A number of members out of several, each a witness or a group.
     *
     * @param needed how many must be met, 1 to the number of members
     */
    record Group(String name, int needed, List<Quorum> members) implements Quorum {

        public Group {
            requireName("group", name);
            members = List.copyOf(members);
            if (needed < 1 || needed > members.size()) {
                throw new MalformedException("policy", "group " + name, needed + " of " + members.size() + " members is not possible");
            }
        }

        @Override
        public boolean isMetBy(Set<String> witnesses) {
            return members.stream().filter(member -> member.isMetBy(witnesses)).count() >= needed;
        }
    }
}
