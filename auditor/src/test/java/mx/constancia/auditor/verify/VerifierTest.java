package mx.constancia.auditor.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

import mx.constancia.auditor.sample.Keys;
import mx.constancia.auditor.sample.ListedEvents;
import mx.constancia.auditor.sample.MapFiles;
import mx.constancia.auditor.sample.SampleLog;
import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.events.StoredEvent;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private static final int SIZE = 700;

    private final SampleLog log = SampleLog.of(SIZE);
    private final Map<String, byte[]> files = log.files(Keys.log(), SIZE);
    private final List<StoredEvent> events = new ArrayList<>(log.events());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 513, 1_000})
    void anHonestLogOfAnySizeIsVerified(int size) throws InterruptedException {
        SampleLog some = SampleLog.of(size);

        Verification verification = verify(some.files(Keys.log(), size), some.events(), Ground.NONE, List.of());

        assertThat(verification.faults().kept()).isEmpty();
        assertThat(verification.ground().size()).isEqualTo(size);
        assertThat(verification.restricted()).isEqualTo(some.events().stream().filter(event -> event.restrictedPart() != null).count());
    }

    @Test
    void aLogWhoseTilesReachTheThirdLevelIsVerified() throws InterruptedException {
        SampleLog some = SampleLog.of(66_000);

        assertThat(verify(some.files(Keys.log(), 66_000), List.of(), Ground.NONE, List.of()).holds()).isTrue();
    }

    @Test
    void whatHasGrownSinceIsVerifiedOnTheGroundOfWhatWas() throws InterruptedException {
        Verification before = verify(log.files(Keys.log(), 300), events, Ground.NONE, List.of());

        Verification after = verify(files, events, before.ground(), List.of());

        assertThat(after.faults().kept()).isEmpty();
        assertThat(after.from()).isEqualTo(300);
        assertThat(after.ground().root()).isEqualTo(checkpoint(files).root());
        assertThat(after.ground().versions()).isEqualTo(verify(files, events, Ground.NONE, List.of()).ground().versions());
    }

    @Test
    void aChangedPublicPartIsFoundAtItsPosition() throws InterruptedException {
        change(513, event -> copy(event, event.version(), event.envelope(), event.publicPart().replace("Sala de juntas", "Otra sala")
                .replace("MEMBER", "PRESIDENT")));

        assertThat(faults()).containsExactly(tuple(Fault.Kind.EVENT_CHANGED, 513L, 513L, List.of("publicDigest")));
    }

    @Test
    void aChangedEnvelopeIsFoundAtItsPosition() throws InterruptedException {
        change(3, event -> copy(event, event.version(), event.envelope().replace("oficial-1", "oficial-2"), event.publicPart()));

        assertThat(faults()).containsExactly(tuple(Fault.Kind.EVENT_CHANGED, 3L, 3L, List.of("envelopeDigest")));
    }

    @Test
    void aChangedRestrictedPartIsFoundAtItsPosition() throws InterruptedException {
        int restricted = events.stream().filter(event -> event.restrictedPart() != null).map(event -> (int) event.position()).findFirst().orElseThrow();
        change(restricted, event -> new StoredEvent(event.position(), event.eventId(), event.streamId(), event.version(), event.type(),
                event.recordedAt(), event.envelope(), event.publicPart(), event.restrictedPart().replace("person:", "person:x"),
                event.restrictedDigest(), event.restrictedSalt()));

        assertThat(faults()).containsExactly(tuple(Fault.Kind.RESTRICTED_CHANGED, (long) restricted, (long) restricted, List.of()));
    }

    @Test
    void aRestrictedPartThatIsWithheldIsNoFault() throws InterruptedException {
        events.replaceAll(StoredEvent::publicOnly);

        Verification verification = verify(files, events, Ground.NONE, List.of());

        assertThat(verification.holds()).isTrue();
        assertThat(verification.restricted()).isZero();
    }

    @Test
    void theNewestEventsMissingAreOneFault() throws InterruptedException {
        events.subList(600, SIZE).clear();

        assertThat(faults()).containsExactly(tuple(Fault.Kind.EVENT_MISSING, 600L, 699L, List.of()));
    }

    @Test
    void anEventThatWasRemovedAndTheOthersRenumberedIsFoundWhereItWas() throws InterruptedException {
        events.remove(400);
        for (int i = 400; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            events.set(i, new StoredEvent(i, event.eventId(), event.streamId(), event.version(), event.type(), event.recordedAt(),
                    event.envelope(), event.publicPart(), event.restrictedPart(), event.restrictedDigest(), event.restrictedSalt()));
        }

        assertThat(firstFault()).isEqualTo(tuple(Fault.Kind.EVENT_CHANGED, 400L));
    }

    @Test
    void twoEventsThatWereSwappedAreBothFound() throws InterruptedException {
        StoredEvent one = events.get(100);
        StoredEvent other = events.get(200);
        change(100, event -> at(other, 100));
        change(200, event -> at(one, 200));

        assertThat(verify(files, events, Ground.NONE, List.of()).faults().kept()).extracting(Fault::from).containsExactly(100L, 200L);
    }

    @Test
    void anEventThatIsShownTwiceTheSameIsNoFault() throws InterruptedException {
        events.add(10, events.get(10));
        events.add(400, events.get(3));

        assertThat(verify(files, events, Ground.NONE, List.of()).faults().kept()).isEmpty();
    }

    @Test
    void aSecondAndOtherEventOfOnePositionIsFound() throws InterruptedException {
        events.add(at(events.get(5), 3));
        events.sort(Comparator.comparingLong(StoredEvent::position));

        assertThat(firstFault()).isEqualTo(tuple(Fault.Kind.EVENT_CHANGED, 3L));
    }

    @Test
    void entriesThatAreWrittenAnewAreFoundWhileTheTilesAreTheSigned() throws InterruptedException {
        SampleLog other = SampleLog.anotherOf(SIZE);
        files.put("tile/entries/001", other.files(Keys.log(), SIZE).get("tile/entries/001"));
        events.clear();

        assertThat(firstFault()).isEqualTo(tuple(Fault.Kind.ENTRY_CHANGED, 256L));
    }

    @Test
    void aRewrittenHistoryIsFoundFromTheFirstPositionThatDiffers() throws InterruptedException {
        // Given a tree of 300 that was verified, and a history that is the same up to 299 and then another, signed again.
        Ground known = verify(log.files(Keys.log(), 300), events, Ground.NONE, List.of()).ground();
        SampleLog other = SampleLog.anotherOf(SIZE);

        Verification verification = verify(other.files(Keys.log(), SIZE), other.events(), Ground.NONE,
                List.of(new Remembered(300, known.edge().frontier().hashes())));

        assertThat(verification.faults().kept()).extracting(Fault::kind, Fault::from, Fault::to)
                .containsExactly(tuple(Fault.Kind.FORKED, 0L, 255L));
    }

    @Test
    void everyTreeThatWasVerifiedBeforeMustBeTheBeginning() throws InterruptedException {
        List<Remembered> earlier = new ArrayList<>();
        for (int size : new int[] {1, 255, 256, 257, 699, 700}) {
            earlier.add(new Remembered(size, verify(log.files(Keys.log(), size), List.of(), Ground.NONE, List.of()).ground()
                    .edge().frontier().hashes()));
        }
        Collections.shuffle(earlier, new Random(1));

        assertThat(verify(files, events, Ground.NONE, earlier).faults().kept()).isEmpty();
    }

    @Test
    void aHoleInAStreamThatWasSignedIsFound() throws InterruptedException {
        // Given a log whose writer left one event out and signed.
        List<StoredEvent> kept = new ArrayList<>(events.subList(0, 50));
        kept.addAll(events.subList(51, 100).stream().map(event -> at(event, event.position() - 1)).toList());

        Verification verification = verify(SampleLog.filesOf(kept), kept, Ground.NONE, List.of());

        assertThat(verification.faults().kept()).extracting(Fault::kind, Fault::from).containsExactly(tuple(Fault.Kind.VERSION_BROKEN, 52L));
        assertThat(verification.faults().kept().getFirst().details()).containsExactly("mechanism-consejo-2", "18", "17");
    }

    @Test
    void aSourceThatFailsInTheMiddleLeavesTheLogUnverified() throws InterruptedException {
        files.remove("tile/0/001");

        assertThat(faults()).containsExactly(tuple(Fault.Kind.FILE_MISSING, 256L, 511L, List.of("tile/0/001")));
        assertThat(verify(files, events, Ground.NONE, List.of()).faults().haveEvidence()).isFalse();
    }

    private void change(int position, UnaryOperator<StoredEvent> change) {
        events.set(position, change.apply(events.get(position)));
    }

    private static StoredEvent at(StoredEvent event, long position) {
        return new StoredEvent(position, event.eventId(), event.streamId(), event.version(), event.type(), event.recordedAt(),
                event.envelope(), event.publicPart(), event.restrictedPart(), event.restrictedDigest(), event.restrictedSalt());
    }

    private static StoredEvent copy(StoredEvent event, long version, String envelope, String publicPart) {
        return new StoredEvent(event.position(), event.eventId(), event.streamId(), version, event.type(), event.recordedAt(),
                envelope, publicPart, event.restrictedPart(), event.restrictedDigest(), event.restrictedSalt());
    }

    private Tuple firstFault() throws InterruptedException {
        Fault first = verify(files, events, Ground.NONE, List.of()).faults().kept().getFirst();
        return tuple(first.kind(), first.from());
    }

    private List<Tuple> faults() throws InterruptedException {
        return verify(files, events, Ground.NONE, List.of()).faults().kept().stream()
                .map(fault -> tuple(fault.kind(), fault.from(), fault.to(), fault.details())).toList();
    }

    private static Checkpoint checkpoint(Map<String, byte[]> files) {
        return SignedCheckpoint.parse(files.get("checkpoint")).unverified();
    }

    private static Verification verify(Map<String, byte[]> files, List<StoredEvent> events, Ground ground, List<Remembered> earlier)
            throws InterruptedException {
        var sources = events.isEmpty() ? List.<ListedEvents>of() : List.of(new ListedEvents(events));
        return new Verifier(new LedgerReader(new MapFiles(files)), List.copyOf(sources), EventSink.NONE, Progress.NONE)
                .verify(checkpoint(files), ground, earlier);
    }
}
