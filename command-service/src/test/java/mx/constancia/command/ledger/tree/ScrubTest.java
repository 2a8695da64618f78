package mx.constancia.command.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.constancia.ledger.tiles.RightEdge;

class ScrubTest {

    private final World world = new World();
    private final Scrub scrub = new Scrub(world::readLog, world);

    @BeforeEach
    void aLedger() {
        world.grow(600).run();
    }

    @Test
    void anUntouchedLogPasses() {
        assertThatCode(() -> pass(600)).doesNotThrowAnyException();
    }

    @Test
    void aChangedRowIsFoundAtItsPosition() {
        world.log.set(300, World.event(300, "{\"forged\":true}"));
        assertThatThrownBy(() -> pass(600)).isInstanceOfSatisfying(LedgerAlarm.class, e -> assertThat(e.position()).isEqualTo(300));
    }

    @Test
    void aRemovedRowIsFoundAtItsPosition() {
        world.log.remove(10);
        assertThatThrownBy(() -> pass(600)).isInstanceOfSatisfying(LedgerAlarm.class, e -> assertThat(e.position()).isEqualTo(10));
    }

    @Test
    void aRowThatWasChangedTogetherWithItsLeafHashIsFoundByTheTileAbove() {
        world.log.set(5, World.event(5, "{\"forged\":true}"));
        world.tiles.put(new World.TileKey(0, 0), RightEdge.empty().append(Entries.of(0, world.log).leaves()).tiles().getFirst());
        assertThatThrownBy(() -> pass(600)).isInstanceOf(LedgerAlarm.class).hasMessageContaining("do not belong together");
    }

    @Test
    void aTreeThatWasForgedThroughoutIsFoundByTheCheckpoint() {
        world.log.set(5, World.event(5, "{\"forged\":true}"));
        RightEdge.empty().append(Entries.of(0, world.log).leaves()).tiles()
                .forEach(tile -> world.tiles.put(new World.TileKey(tile.id().level(), tile.id().index()), tile));
        assertThatThrownBy(() -> pass(600)).isInstanceOf(LedgerAlarm.class).hasMessageContaining("signed last");
    }

    private void pass(long size) {
        for (long bundle = 0; bundle * 256 < size; bundle++) {
            scrub.bundle(bundle, size);
        }
        scrub.root();
    }
}
