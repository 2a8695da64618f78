package mx.constancia.command.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.Tile;

class LedgerSessionTest {

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 700})
    void whatIsPublishedIsTheLog(int size) {
        world.grow(size).run();

        Served served = Served.of(world.topic).requireWhole();
        assertThat(served.checkpoint().size()).isEqualTo(size);
        assertThat(World.KEYS.verify(served.signed())).isEqualTo(served.checkpoint());
        assertThat(served.entries()).containsExactlyElementsOf(world.log.stream().map(event -> LedgerEntry.of(event).bytes()).toList());
    }

    @Test
    void aLargeLogIsPublishedWithItsUpperTiles() {
        world.batch = LedgerSession.STEP;
        world.grow(66_000).run();
        assertThat(Served.of(world.topic).requireWhole().checkpoint().size()).isEqualTo(66_000);
        assertThat(world.topic).containsKeys("tile/2/000", "tile/1/001", "tile/0/257", "tile/entries/257");
    }

    @Test
    void theVerifierKeysArePublished() {
        world.run();
        assertThat(new String(world.topic.get("vkey"), StandardCharsets.UTF_8))
                .isEqualTo(World.KEYS.verifierKeys().getFirst().format() + "\n");
    }

    /** However often writers die, and wherever, the result is the one that nobody's death disturbed. */
    @Property(tries = 50)
    void aTakeoverGoesOnExactlyWhereTheWriterDied(@ForAll @IntRange(min = 0, max = 3) int first, @ForAll @IntRange(min = 6, max = 40) int batch,
            @ForAll List<@IntRange(min = 0, max = 12) Integer> lives) {
        World undisturbed = new World();
        undisturbed.batch = batch * 10;
        undisturbed.grow(first * 200 + 70).run();
        undisturbed.grow(333).run();

        World disturbed = new World();
        disturbed.batch = batch * 10;
        disturbed.grow(first * 200 + 70);
        live(disturbed, lives.subList(0, lives.size() / 2));
        disturbed.live().run();
        disturbed.grow(333);
        live(disturbed, lives.subList(lives.size() / 2, lives.size()));
        disturbed.live().run();

        assertSame(disturbed, undisturbed);
    }

    @Test
    void aDeathAtEachSingleWriteChangesNothing() {
        World undisturbed = new World();
        undisturbed.grow(600).run();
        for (int death = 0; death < undisturbed.writes; death++) {
            World disturbed = new World();
            disturbed.grow(600);
            live(disturbed, List.of(death));
            disturbed.live().run();
            assertSame(disturbed, undisturbed);
        }
    }

    @Test
    void aTopicThatWasLostIsFilledAgain() {
        world.grow(300).run();
        Map<String, byte[]> before = new HashMap<>(world.topic);
        world.topic.clear();
        world.run();
        assertThat(world.topic).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void aChangedRowOfTheOpenBundleIsNoticedBeforeItIsPublishedAgain() {
        world.grow(300).run();
        world.log.set(270, World.event(270, "{\"number\":\"forged\"}"));
        assertAlarm(270, "is not the one that the ledger holds");
    }

    @Test
    void aChangedRowOfAnOldBundleIsNoticedWhenItMustBePublishedAgain() {
        world.grow(600).run();
        world.topic.clear();
        world.log.set(17, World.event(17, "{\"number\":\"forged\"}"));
        assertAlarm(17, "is not the one that the ledger holds");
        assertThat(world.topic).doesNotContainKey("checkpoint");
    }

    @Test
    void aMissingNewestEventIsNoticed() {
        LedgerSession session = world.grow(300).run();
        world.log.removeLast();
        assertThatThrownBy(session::step).isInstanceOfSatisfying(LedgerAlarm.class, e -> assertThat(e.position()).isEqualTo(299));
        assertAlarm(299, "300 events of it are signed");
    }

    @Test
    void aGapInTheLogIsNeverSigned() {
        LedgerSession session = world.grow(300).run();
        world.grow(20);
        world.log.remove(310);
        assertThatThrownBy(session::step).isInstanceOfSatisfying(LedgerAlarm.class, e -> assertThat(e.position()).isEqualTo(310));
        assertThat(Served.of(world.topic).checkpoint().size()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 300})
    void anEventThatIsPutBetweenOlderOnesIsNoticedBeforeTheNextIsSigned(int size) {
        LedgerSession session = world.grow(size).run();
        world.log.replaceAll(event -> at(event.position() + 1, event));
        world.log.addFirst(World.event(0, "{\"forged\":true}"));

        assertThatThrownBy(session::step).isInstanceOfSatisfying(LedgerAlarm.class, e -> assertThat(e.position()).isEqualTo(size - 1));
        assertThat(Served.of(world.topic).checkpoint().size()).isEqualTo(size);
    }

    @Test
    void anEventFromBeforeTheLastOneIsNeverSigned() {
        LedgerSession session = world.grow(300).run();
        world.log.add(recordedAt(Instant.EPOCH.minusMillis(1), World.event(300, "{}")));

        assertThatThrownBy(session::step).isInstanceOfSatisfying(LedgerAlarm.class, e -> assertThat(e.position()).isEqualTo(300))
                .hasMessageContaining("recorded earlier");
        assertThat(Served.of(world.topic).checkpoint().size()).isEqualTo(300);
    }

    private static StoredEvent at(long position, StoredEvent event) {
        return new StoredEvent(position, event.eventId(), event.streamId(), event.version(), event.type(), event.recordedAt(),
                event.envelope(), event.publicPart(), event.restrictedPart(), event.restrictedDigest(), event.restrictedSalt());
    }

    private static StoredEvent recordedAt(Instant time, StoredEvent event) {
        return new StoredEvent(event.position(), event.eventId(), event.streamId(), event.version(), event.type(), time,
                event.envelope(), event.publicPart(), event.restrictedPart(), event.restrictedDigest(), event.restrictedSalt());
    }

    @Test
    void anOlderBackupIsNoticedByWhatWasPublished() {
        world.grow(300).run();
        World backup = new World();
        backup.grow(200).run();
        backup.topic.clear();
        backup.topic.putAll(world.topic);
        assertAlarm(backup, 200, "older than what it published");
    }

    @Test
    void anEmptyDatabaseBesideAPublishedLedgerIsNoticed() {
        world.grow(300).run();
        World empty = new World();
        empty.topic.putAll(world.topic);
        empty.grow(5);
        assertAlarm(empty, 0, "has signed nothing");
    }

    @Test
    void aBackupThatWentOnDifferentlyIsNoticed() {
        world.grow(300).run();
        World other = new World();
        other.grow(200);
        other.log.set(150, World.event(150, "{\"other\":true}"));
        other.grow(200).run();
        other.topic.clear();
        other.topic.putAll(world.topic);
        assertAlarm(other, 300, "is not the beginning of this one");
    }

    @Test
    void storedTilesOfAnotherTreeAreNeverSigned() {
        world.grow(300).run();
        world.log.set(299, World.event(299, "{\"forged\":true}"));
        RightEdge forged = RightEdge.empty().append(Entries.of(0, world.log).leaves()).edge();
        Tile tile = RightEdge.empty().append(Entries.of(0, world.log).leaves()).tiles().get(1);
        world.tiles.put(new World.TileKey(0, 1), tile);
        assertThat(forged.root()).isNotEqualTo(world.checkpoints.getLast().checkpoint().root());
        assertAlarm(300, "stored tiles are not those");
    }

    @Test
    void aCheckpointOfAnotherKeyIsNotGoneOnWith() {
        world.grow(3).run();
        LogKeys other = new LogKeys(World.ORIGIN, List.of(Ed25519Key.generate()));
        assertThatThrownBy(() -> LedgerSession.resume(world.ports(), other)).isInstanceOf(LedgerAlarm.class)
                .hasMessageContaining("not this log's");
    }

    @Test
    void aPublishedCheckpointThatWeNeverSignedIsNoticed() {
        world.grow(3).run();
        LogKeys other = new LogKeys(World.ORIGIN, List.of(Ed25519Key.generate()));
        world.topic.put("checkpoint", other.sign(new Checkpoint(World.ORIGIN, 2, TreeHasher.EMPTY_ROOT)).bytes());
        assertAlarm(2, "was published last is not this log's");
    }

    @Test
    void whileAKeyIsReplacedBothSign() {
        world.grow(300).run();
        Ed25519Key successor = Ed25519Key.generate();
        LogKeys both = new LogKeys(World.ORIGIN, List.of(successor, World.KEY));

        LedgerSession.resume(world.ports(), both);

        Served served = Served.of(world.topic).requireWhole();
        assertThat(served.checkpoint().size()).isEqualTo(300);
        assertThatCode(() -> World.KEYS.verify(served.signed())).doesNotThrowAnyException();
        assertThatCode(() -> new LogKeys(World.ORIGIN, List.of(successor)).verify(served.signed())).doesNotThrowAnyException();
        assertThat(new String(world.topic.get("vkey"), StandardCharsets.UTF_8).lines()).hasSize(2);
        LedgerSession.resume(world.ports(), new LogKeys(World.ORIGIN, List.of(successor))).step();
    }

    @Test
    void aBrokenSealIsNeverSigned() {
        world.grow(1);
        var event = world.log.getFirst();
        world.log.set(0, new mx.constancia.events.StoredEvent(0, event.eventId(), event.streamId(), 1, event.type(), event.recordedAt(),
                event.envelope(), event.publicPart(), "{\"s\":2}", event.restrictedDigest(), event.restrictedSalt()));
        assertThatThrownBy(world::run).isInstanceOf(LedgerAlarm.class).hasMessageContaining("sealed");
    }

    private void assertAlarm(long position, String reason) {
        assertAlarm(world, position, reason);
    }

    private static void assertAlarm(World world, long position, String reason) {
        int signed = world.checkpoints.size();
        ThrowingCallable run = world::run;
        assertThatThrownBy(run).isInstanceOfSatisfying(LedgerAlarm.class, e -> assertThat(e.position()).isEqualTo(position))
                .hasMessageContaining(reason);
        assertThat(world.checkpoints).hasSize(signed);
    }

    /** One writer after the other, each of whom dies after so many writes. */
    private static void live(World world, List<Integer> lives) {
        for (int writes : lives) {
            try {
                world.dieAfter(writes).run();
            } catch (World.Death e) {
                continue;
            }
        }
    }

    private static void assertSame(World world, World expected) {
        assertThat(world.topic).containsExactlyInAnyOrderEntriesOf(expected.topic);
        assertThat(world.tiles).isEqualTo(expected.tiles);
        assertThat(world.checkpoints).isEqualTo(expected.checkpoints);
    }
}
