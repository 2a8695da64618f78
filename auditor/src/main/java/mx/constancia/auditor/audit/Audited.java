package mx.constancia.auditor.audit;

import java.util.List;
import java.util.Optional;

import mx.constancia.auditor.trust.Trust;
import mx.constancia.auditor.verify.Fault;
import mx.constancia.auditor.verify.Faults;
import mx.constancia.auditor.verify.Verification;

/**
 * What an audit found out about one copy of a log.
 *
 * @param copy         the copy
 * @param accepted     its checkpoint; absent when it is not accepted
 * @param verification what was verified against that; absent when there was nothing to verify against
 * @param faults       what does not hold
 */
public record Audited(Copy copy, Optional<Trust.Accepted> accepted, Optional<Verification> verification, Faults faults) {

    static Audited refused(Copy copy, List<Fault> found) {
        var faults = new Faults();
        found.forEach(faults::add);
        return new Audited(copy, Optional.empty(), Optional.empty(), faults);
    }

    static Audited verified(Copy copy, Trust.Accepted accepted, Verification verification) {
        return new Audited(copy, Optional.of(accepted), Optional.of(verification), verification.faults());
    }

    /** What it amounts to. */
    public Verdict verdict() {
        return faults.isEmpty() ? Verdict.VERIFIED : faults.haveEvidence() ? Verdict.FAILED : Verdict.INCOMPLETE;
    }

    /** What several copies amount to together. */
    public static Verdict together(List<Audited> all) {
        return all.stream().anyMatch(one -> one.verdict() == Verdict.FAILED) ? Verdict.FAILED
                : all.stream().allMatch(one -> one.verdict() == Verdict.VERIFIED) ? Verdict.VERIFIED : Verdict.INCOMPLETE;
    }
}
