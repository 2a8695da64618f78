package mx.constancia.auditor.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import mx.constancia.auditor.source.SourceException;
import mx.constancia.auditor.trust.Memory;
import mx.constancia.auditor.trust.Trust;
import mx.constancia.auditor.verify.EventSink;
import mx.constancia.auditor.verify.Fault;
import mx.constancia.auditor.verify.Ground;
import mx.constancia.auditor.verify.Progress;
import mx.constancia.auditor.verify.Remembered;
import mx.constancia.auditor.verify.Verification;
import mx.constancia.auditor.verify.Verifier;
import mx.constancia.ledger.merkle.Hash;

/** Verifies one or several copies of a log: each by itself, and that each one continues the smaller ones and what is remembered. */
public final class Audit {

    private final Trust trust;
    private final Memory memory;
    private final InstantSource clock;
    private final Progress progress;

    public Audit(Trust trust, Memory memory, InstantSource clock, Progress progress) {
        this.trust = trust;
        this.memory = memory;
        this.clock = clock;
        this.progress = progress;
    }

    /** Audits the copies; those that are verified are remembered. The sink gets the events of the first one. */
    public List<Audited> run(List<Copy> copies, EventSink sink) throws InterruptedException {
        List<Audited> results = new ArrayList<>();
        List<Judged> accepted = new ArrayList<>();
        for (Copy copy : copies) {
            switch (judge(copy)) {
                case Trust.Accepted one -> accepted.add(new Judged(copy, one));
                case Trust.Refused(List<Fault> faults) -> results.add(Audited.refused(copy, faults));
            }
        }
        accepted.sort(Comparator.comparingLong(Judged::size));
        List<Remembered> earlier = new ArrayList<>();
        for (Judged judged : accepted) {
            Audited audited = verify(judged, Ground.NONE, earlier, judged.copy == copies.getFirst() ? sink : EventSink.NONE);
            results.add(audited);
            if (audited.verdict() == Verdict.VERIFIED) {
                audited.verification().map(Verification::ground).map(Audit::tree).ifPresent(earlier::add);
            }
        }
        return results;
    }

    /** Audits what has come to a copy since it was verified; all of it when the new does not continue the old. */
    public Audited grown(Copy copy, Ground ground) throws InterruptedException {
        return switch (judge(copy)) {
            case Trust.Accepted one -> {
                var judged = new Judged(copy, one);
                Audited onGround = judged.size() < ground.size() ? verify(judged, Ground.NONE, List.of(), EventSink.NONE)
                        : verify(judged, ground, List.of(), EventSink.NONE);
                yield ground.size() > 0 && onGround.faults().haveEvidence() ? verify(judged, Ground.NONE, List.of(tree(ground)), EventSink.NONE)
                        : onGround;
            }
            case Trust.Refused(List<Fault> faults) -> Audited.refused(copy, faults);
        };
    }

    private Trust.Judged judge(Copy copy) {
        try {
            return trust.judge(copy.ledger(), copy.snapshot());
        } catch (SourceException e) {
            return new Trust.Refused(List.of(Fault.of(Fault.Kind.SOURCE_FAILED, copy.ledger().name(), e.getMessage())));
        }
    }

    private Audited verify(Judged judged, Ground ground, List<Remembered> earlier, EventSink sink) throws InterruptedException {
        Trust.Accepted accepted = judged.accepted;
        List<Remembered> trees = new ArrayList<>(earlier);
        accepted.remembered().map(Memory.Log::tree).ifPresent(trees::add);
        Verification verification = new Verifier(judged.copy.ledger(), judged.copy.events(), sink, progress)
                .verify(accepted.accepted().checkpoint(), ground, trees);
        boolean isNews = accepted.remembered().map(log -> log.last().size() <= judged.size()).orElse(true);
        if (verification.holds() && isNews) {
            List<Hash> frontier = verification.ground().edge().frontier().hashes();
            memory.remember(judged.copy.ledger().name(), Memory.Log.of(accepted.signed(), frontier, accepted.keys(), clock.instant()));
        }
        return Audited.verified(judged.copy, accepted, verification);
    }

    private static Remembered tree(Ground ground) {
        return new Remembered(ground.size(), ground.edge().frontier().hashes());
    }

    /** A copy whose checkpoint is accepted. */
    private record Judged(Copy copy, Trust.Accepted accepted) {

        long size() {
            return accepted.accepted().checkpoint().size();
        }
    }
}
