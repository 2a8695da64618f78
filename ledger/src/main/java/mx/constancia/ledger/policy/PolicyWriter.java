package mx.constancia.ledger.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The reverse of {@link PolicyParser}: logs, witnesses, then each group after its members, then the quorum. */
final class PolicyWriter {

    private final StringBuilder file = new StringBuilder();

    String write(TrustPolicy policy) {
        policy.logs().forEach(log -> statement("log", log.key().format(), log.url()));
        policy.witnesses().forEach(witness -> statement("witness", witness.name(), witness.key().format(), witness.url()));
        groups(policy.quorum());
        statement("quorum", policy.quorum().name());
        return file.toString();
    }

    private void groups(Quorum quorum) {
        if (quorum instanceof Quorum.Group(String name, int needed, List<Quorum> members)) {
            members.forEach(this::groups);
            statement("group", name, Integer.toString(needed), members.stream().map(Quorum::name).collect(Collectors.joining(" ")));
        }
    }

    private void statement(String... fields) {
        file.append(String.join(" ", fields).strip()).append('\n');
    }
}
