package mx.constancia.ledger.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.note.SignatureType;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.text.Lines;
import mx.constancia.ledger.text.Utf8;
import org.jspecify.annotations.Nullable;

/** The file format of tlog-policy. Reads UTF-8 only, which the specification recommends. */
final class PolicyParser {

    private static final String FORMAT = "policy";
    private static final int MAX_BYTES = 65_536;
    private static final int MAX_NAMES = 256;

    private final Lines lines;
    private final List<Party> logs = new ArrayList<>();
    private final List<Party> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;

    PolicyParser(byte[] bytes) {
        this.lines = new Lines(FORMAT, Utf8.decode(FORMAT, bytes, MAX_BYTES));
    }

    TrustPolicy parse() {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F)) {
                throw lines.fault("has a control character");
            }
            List<String> fields = Arrays.stream(line.split("[ \t]+")).filter(field -> !field.isEmpty()).toList();
            if (!fields.isEmpty() && !fields.getFirst().startsWith("#")) {
                statement(fields);
            }
        }
        if (quorum == null) {
            throw lines.fault("there is no quorum");
        }
        return new TrustPolicy(logs, witnesses, quorum);
    }

    private void statement(List<String> fields) {
        switch (fields.getFirst()) {
            case "log" -> log(sized(fields, 2, 3));
            case "witness" -> witness(sized(fields, 3, 4));
            case "group" -> group(sized(fields, 4, Integer.MAX_VALUE));
            case "quorum" -> quorum(sized(fields, 2, 2));
            case String other -> throw lines.fault("'" + other + "' is not a statement");
        }
    }

    private void log(List<String> fields) {
        VerifierKey key = key(fields.get(1), SignatureType.ED25519);
        logs.add(new Party(key.id().name(), key, fields.size() > 2 ? fields.get(2) : ""));
    }

    private void witness(List<String> fields) {
        VerifierKey key = key(fields.get(2), SignatureType.COSIGNATURE_V1);
        define(new Quorum.Witness(fields.get(1)));
        witnesses.add(new Party(fields.get(1), key, fields.size() > 3 ? fields.get(3) : ""));
    }

    private void group(List<String> fields) {
        List<String> names = fields.subList(3, fields.size());
        List<Quorum> quorums = names.stream().map(this::member).toList();
        int needed = switch (fields.get(2)) {
            case "any" -> 1;
            case "all" -> names.size();
            case String digits -> Math.clamp(lines.decimal(digits), 0, Integer.MAX_VALUE);
        };
        if (needed < 1 || needed > names.size()) {
            throw lines.fault("needs " + needed + " of " + names.size() + " members");
        }
        define(new Quorum.Group(fields.get(1), needed, quorums));
    }

    private void quorum(List<String> fields) {
        if (quorum != null) {
            throw lines.fault("there is a quorum already");
        }
        quorum = fields.get(1).equals(Quorum.NONE) ? new Quorum.None() : defined(fields.get(1));
    }

    private Quorum member(String name) {
        if (!members.add(name)) {
            throw lines.fault("'" + name + "' is a member already");
        }
        return defined(name);
    }

    private Quorum defined(String name) {
        Quorum found = named.get(name);
        if (found == null) {
            throw lines.fault("'" + name + "' is not defined above");
        }
        return found;
    }

    private void define(Quorum defined) {
        if (named.size() == MAX_NAMES) {
            throw lines.fault("there are more than " + MAX_NAMES + " witnesses and groups");
        }
        if (defined.name().equals(Quorum.NONE) || named.putIfAbsent(defined.name(), defined) != null) {
            throw lines.fault("the name '" + defined.name() + "' is taken");
        }
    }

    private VerifierKey key(String vkey, SignatureType type) {
        VerifierKey key = parsed(vkey);
        if (key.type() != type) {
            throw lines.fault("is a key that signs as " + key.type() + " instead of " + type);
        }
        return key;
    }

    private VerifierKey parsed(String vkey) {
        try {
            return VerifierKey.parse(vkey);
        } catch (MalformedException e) {
            throw lines.fault(e.getMessage());
        }
    }

    private List<String> sized(List<String> fields, int least, int most) {
        if (fields.size() < least || fields.size() > most) {
            throw lines.fault("has " + fields.size() + " fields");
        }
        return fields;
    }
}
