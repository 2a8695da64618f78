package mx.constancia.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import mx.constancia.ledger.cosignature.CosignatureSigner;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.proof.Receipt;
import mx.constancia.ledger.policy.TrustPolicy;
import mx.constancia.ledger.tiles.TilePath;
import mx.constancia.query.ledger.TestLedger.Sent;
import mx.constancia.query.store.InMemoryViewStore;
import mx.constancia.query.store.View;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the topic says is taken, checked and kept. */
class IntakeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final TestLedger honest = new TestLedger();
    private final InMemoryViewStore store = new InMemoryViewStore();
    private final Intake intake = new Intake(store, null, CLOCK);
    private final Ledger ledger = new Ledger(store);
    private long offset;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 600})
    void everyEntryThatIsPublishedHasAReceiptThatHolds(int size) {
        take(honest.vkey());
        take(honest.grow("entry", size));

        TrustPolicy policy = TrustPolicy.of(List.of(honest.signer().verifierKey()), 0, List.of());
        for (int position = 0; position < size; position += 51) {
            Receipt receipt = Receipt.parse(ledger.receipt(position, published()).bytes());
            assertThat(receipt.extraBytes()).isEqualTo(honest.entry(position));
            assertThat(receipt.verify(receipt.extraBytes(), policy).checkpoint().size()).isEqualTo(size);
        }
    }

    @Test
    void aTileIsServedInEveryWidthThatIsPublishedAndInNoOther() {
        take(honest.vkey());
        List<Sent> files = honest.grow("entry", 300);
        take(files);
        take(honest.grow("more", 10).subList(0, 2));

        assertThat(ledger.file(TilePath.parse("tile/0/000"), published())).isPresent();
        assertThat(ledger.file(TilePath.parse("tile/0/001.p/44"), published())).hasValueSatisfying(tile -> assertThat(tile).hasSize(44 * 32));
        assertThat(ledger.file(TilePath.parse("tile/0/001.p/7"), published())).hasValueSatisfying(tile -> assertThat(tile).hasSize(7 * 32));
        assertThat(ledger.file(TilePath.parse("tile/entries/000.p/1"), published()))
                .hasValueSatisfying(bundle -> assertThat(new String(bundle, StandardCharsets.UTF_8)).endsWith("entry 0"));
        assertThat(ledger.file(TilePath.parse("tile/1/000.p/1"), published())).isPresent();
        assertThat(ledger.file(TilePath.parse("tile/0/001.p/45"), published())).isEmpty();
        assertThat(ledger.file(TilePath.parse("tile/0/002"), published())).isEmpty();
        assertThat(ledger.file(TilePath.parse("tile/7/000.p/1"), published())).isEmpty();
        assertThat(ledger.file(TilePath.parse("tile/63/x999/x999/x999/999"), published())).isEmpty();
    }

    @Test
    void batchesMayBeCutAndRepeatedAnywhere() {
        List<Sent> all = history(5, 250, 1, 1, 300, 40);
        take(all);
        Random random = new Random(7);
        for (int run = 0; run < 20; run++) {
            InMemoryViewStore other = new InMemoryViewStore();
            Intake another = new Intake(other, null, CLOCK);
            int at = 0;
            while (at < all.size()) {
                int end = Math.min(all.size(), at + 1 + random.nextInt(12));
                assertThat(another.take(another.next(), records(all, at, end)).alarms()).isEmpty();
                // A record that was taken may come again.
                at = random.nextInt(4) == 0 ? Math.max(0, end - random.nextInt(8)) : end;
            }
            assertThat(new Ledger(other).published().orElseThrow().signed()).isEqualTo(published().signed());
            assertThat(other.all(View.LEDGER).keySet()).isEqualTo(store.all(View.LEDGER).keySet());
        }
    }

    @Test
    void aTopicOfWhichOnlyTheWidestFilesAreLeftIsReadAsWell() {
        List<Sent> all = history(5, 250, 300, 40);
        List<Sent> compacted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String key = all.get(i).key();
            if (all.subList(i + 1, all.size()).stream().noneMatch(later -> later.key().equals(key))) {
                compacted.add(all.get(i));
            }
        }

        assertThat(take(compacted).alarms()).isEmpty();
        assertThat(published().size()).isEqualTo(595);
    }

    @Test
    void aCheckpointWaitsForItsFiles() {
        take(honest.vkey());
        take(honest.grow("entry", 3));
        List<Sent> growth = honest.grow("entry", 4);

        Intake.Taken early = take(growth.getLast());
        assertThat(early.missing()).hasValueSatisfying(file -> assertThat(file).contains("tile/0/000.p/7"));
        assertThat(early.alarms()).isEmpty();
        assertThat(published().size()).isEqualTo(3);

        assertThat(take(growth).missing()).isEmpty();
        assertThat(published().size()).isEqualTo(7);
    }

    @Test
    void aPublishedEntryCannotBeReplaced() {
        take(honest.vkey());
        take(honest.grow("entry", 5));
        TestLedger rival = honest.rival();
        rival.grow("entry", 3);
        List<Sent> other = rival.grow("other", 4);

        List<Alarm> alarms = take(other).alarms();

        assertThat(alarms).extracting(Alarm::kind).contains(Alarm.Kind.ALTERED);
        assertThat(alarms).extracting(Alarm::position).contains(3L);
        assertThat(alarms.getFirst().message()).isEqualTo("The file tile/entries/000 is not the one that was published");
        assertThat(published().size()).isEqualTo(5);
        assertThat(ledger.receipt(4, published()).extraBytes()).isEqualTo(honest.entry(4));
    }

    @Test
    void aCheckpointOfAnotherHistoryIsRefusedAndKeptAsEvidence() {
        take(honest.vkey());
        take(honest.grow("entry", 5));
        TestLedger rival = honest.rival();
        rival.grow("other", 5);

        Alarm alarm = take(rival.checkpoint()).alarms().getFirst();

        assertThat(alarm.kind()).isEqualTo(Alarm.Kind.FORKED);
        assertThat(alarm.message()).isEqualTo("The signed checkpoint of 5 entries belongs to another history than the published one of 5");
        assertThat(alarm.evidence()).isEqualTo(rival.checkpoint().value());
        assertThat(Alarm.of(store.all(View.LEDGER).get(Alarm.id(Alarm.Kind.FORKED)))).usingRecursiveComparison().isEqualTo(alarm);
        assertThat(published().signed()).isEqualTo(honest.signed());
    }

    @Test
    void aForkThatGoesOnFromThereIsRefusedToo() {
        take(honest.vkey());
        take(honest.grow("entry", 256));
        TestLedger rival = honest.rival();
        rival.grow("other", 256);
        List<Sent> growth = rival.grow("other", 44);

        List<Alarm> alarms = take(growth.stream().filter(file -> !file.key().contains("/000")).toList()).alarms();
        assertThat(alarms).extracting(Alarm::kind).containsExactly(Alarm.Kind.FORKED);
        assertThat(published().size()).isEqualTo(256);
    }

    @Test
    void aLaterCheckpointOfASmallerTreeIsRefused() {
        take(honest.vkey());
        take(honest.grow("entry", 5));
        Sent five = honest.checkpoint();
        take(honest.grow("entry", 3));

        Alarm alarm = take(five).alarms().getFirst();

        assertThat(alarm.kind()).isEqualTo(Alarm.Kind.SHRUNK);
        assertThat(alarm.position()).isEqualTo(5);
        assertThat(published().size()).isEqualTo(8);
    }

    @Test
    void anEntryThatTheCheckpointDoesNotSignIsNotPublished() {
        take(honest.vkey());
        List<Sent> files = honest.grow("entry", 5);
        byte[] altered = files.getFirst().value().clone();
        altered[2 + 2 * 9 + 5] ^= 1;

        Alarm alarm = take(List.of(new Sent(files.getFirst().key(), altered), files.get(1), files.get(2))).alarms().getFirst();

        assertThat(alarm.kind()).isEqualTo(Alarm.Kind.ALTERED);
        assertThat(alarm.position()).isEqualTo(2);
        assertThat(ledger.published()).isEmpty();
    }

    @Test
    void anotherKeySignsInVain() {
        take(honest.vkey());
        take(honest.grow("entry", 2));
        TestLedger stranger = new TestLedger();
        stranger.grow("entry", 2);
        List<Sent> growth = stranger.grow("entry", 3);

        assertThat(take(growth).alarms()).extracting(Alarm::kind).containsExactly(Alarm.Kind.UNSIGNED);
        assertThat(take(stranger.vkey()).alarms()).extracting(Alarm::kind).containsExactly(Alarm.Kind.KEY_CHANGED);
        assertThat(take(growth).alarms()).extracting(Alarm::kind).containsExactly(Alarm.Kind.UNSIGNED);
        assertThat(published().size()).isEqualTo(2);
    }

    @Test
    void aKeyMayBeReplacedWhileTheOldOneIsStillNamed() {
        take(honest.vkey());
        TestLedger next = new TestLedger();
        String both = next.signer().verifierKey().format() + "\n" + honest.signer().verifierKey().format() + "\n";

        assertThat(take(new Sent(LogKeys.ID, both.getBytes(StandardCharsets.UTF_8))).alarms()).isEmpty();
        assertThat(take(next.grow("entry", 2)).alarms()).isEmpty();
        assertThat(take(next.vkey()).alarms()).isEmpty();
        assertThat(published().size()).isEqualTo(2);
    }

    @Test
    void onlyPinnedKeysAreTrustedWhereThereAreAny() {
        TestLedger stranger = new TestLedger();
        Intake pinned = new Intake(store, LogKeys.parse(honest.vkey().value()), CLOCK);
        List<Sent> all = new ArrayList<>(List.of(stranger.vkey()));
        all.addAll(stranger.grow("entry", 2));

        assertThat(pinned.take(Intake.BEGINNING, records(all, 0, all.size())).alarms()).extracting(Alarm::kind)
                .containsExactly(Alarm.Kind.KEY_CHANGED, Alarm.Kind.UNSIGNED);
    }

    @Test
    void theCosignaturesOfWitnessesAreServedWithTheCheckpoint() {
        take(honest.vkey());
        take(honest.grow("entry", 2));
        CosignatureSigner witness = new CosignatureSigner("witness.test", Ed25519Key.generate(), CLOCK);
        byte[] cosigned = honest.signed().with(List.of(witness.sign(honest.signed().note().text()))).bytes();

        take(new Sent("checkpoint", cosigned));
        assertThat(published().signed().bytes()).isEqualTo(cosigned);

        take(honest.checkpoint());
        assertThat(published().signed().bytes()).isEqualTo(cosigned);
    }

    @Test
    void whatIsNoFileOfALedgerIsRefused() {
        take(honest.vkey());
        take(honest.grow("entry", 2));
        for (Sent wrong : List.of(new Sent("", new byte[3]), new Sent("tile/0/000", new byte[0]), new Sent("tile/0/000", new byte[33]),
                new Sent("tile/0/000.p/3", new byte[96]), new Sent("tile/entries/000", new byte[] {0, 9, 1}), new Sent("checkpoint", new byte[0]),
                new Sent("vkey", "a+b+c".getBytes(StandardCharsets.UTF_8)), new Sent("../../etc", new byte[32]))) {
            assertThat(take(wrong).alarms()).as(wrong.key()).extracting(Alarm::kind).containsExactly(Alarm.Kind.MALFORMED);
        }
        assertThat(take(new Sent("vkey", new byte[0])).alarms()).extracting(Alarm::kind).containsExactly(Alarm.Kind.KEY_CHANGED);
        assertThat(published().size()).isEqualTo(2);
    }

    @Test
    void aNodeThatIsBehindTakesNothing() {
        take(honest.vkey());
        List<Sent> growth = honest.grow("entry", 2);
        Intake.Taken late = intake.take(Intake.BEGINNING, records(growth, 0, growth.size()));

        assertThat(late.next()).isEqualTo(1);
        assertThat(ledger.published()).isEmpty();
    }

    @Test
    void whatNobodySignedMayStillChange() {
        take(honest.vkey());
        take(honest.grow("entry", 2));
        List<Sent> growth = honest.grow("entry", 3);
        byte[] garbage = Arrays.copyOf(growth.getFirst().value(), growth.getFirst().value().length);
        garbage[garbage.length - 1] ^= 1;

        assertThat(take(new Sent(growth.getFirst().key(), garbage)).alarms()).isEmpty();
        assertThat(take(growth).alarms()).isEmpty();
        assertThat(published().size()).isEqualTo(5);
    }

    private List<Sent> history(int... growths) {
        List<Sent> all = new ArrayList<>(List.of(honest.vkey()));
        for (int growth : growths) {
            all.addAll(honest.grow("entry", growth));
        }
        return all;
    }

    private Published published() {
        return ledger.published().orElseThrow();
    }

    private Intake.Taken take(Sent file) {
        return take(List.of(file));
    }

    private Intake.Taken take(List<Sent> files) {
        List<LedgerRecord> records = new ArrayList<>();
        files.forEach(file -> records.add(new LedgerRecord(offset++, file.key(), file.value())));
        return intake.take(intake.next(), records);
    }

    private static List<LedgerRecord> records(List<Sent> files, int from, int to) {
        List<LedgerRecord> records = new ArrayList<>();
        for (int i = from; i < to; i++) {
            records.add(new LedgerRecord(i, files.get(i).key(), files.get(i).value()));
        }
        return records;
    }
}
