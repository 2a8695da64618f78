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
