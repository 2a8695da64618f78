package mx.constancia.auditor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import mx.constancia.auditor.audit.Audited;
import mx.constancia.auditor.file.DurableFile;
import mx.constancia.auditor.verify.Fault;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;

/** Keeps a signed checkpoint that contradicts an earlier one: together they prove to anybody that the log has two histories. */
final class KeptEvidence {

    private static final Set<Fault.Kind> CONTRADICTIONS = EnumSet.of(Fault.Kind.FORKED, Fault.Kind.SHRUNK);

    private final Path folder;
    private final Output output;
    private final InstantSource clock;

    KeptEvidence(Path state, Output output, InstantSource clock) {
        this.folder = state.resolve("evidence");
        this.output = output;
        this.clock = clock;
    }

    void keep(List<Audited> results) throws IOException {
        for (Audited one : results) {
            if (one.faults().kept().stream().anyMatch(fault -> CONTRADICTIONS.contains(fault.kind()))) {
                SignedCheckpoint signed = one.copy().ledger().checkpoint();
                Path file = folder.resolve(clock.instant().toString().replace(':', '-') + "-" + signed.unverified().size() + ".checkpoint");
                DurableFile.write(file, signed.bytes());
                output.err().println(output.messages().text("evidence", file));
                output.err().flush();
            }
        }
    }
}
