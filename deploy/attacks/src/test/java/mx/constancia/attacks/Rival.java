package mx.constancia.attacks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Another history of fewer than 256 entries, signed with the stolen key, as files for the ledger's topic. */
final class Rival {

    private final Key key;
    private final List<byte[]> entries;
    private final RightEdge.Appended appended;

    Rival(Key key, List<byte[]> entries) {
        this.key = key;
        this.entries = List.copyOf(entries);
        TreeHasher hasher = new TreeHasher();
        this.appended = RightEdge.empty().append(entries.stream().map(hasher::leaf).toList());
    }

    SignedCheckpoint checkpoint() {
        return SignedCheckpoint.sign(new Checkpoint(Key.ORIGIN, entries.size(), appended.edge().root()), List.of(key.signer()));
    }

    /** All of its files, as records in the order of their publication. */
    List<ProducerRecord<String, byte[]>> records(String topic) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(new ProducerRecord<>(topic, 0, "vkey", (key.vkey() + "\n").getBytes(StandardCharsets.UTF_8)));
        records.add(new ProducerRecord<>(topic, 0, "tile/entries/000", EntryBundle.of(new BundleId(0, entries.size()), entries).bytes()));
        records.addAll(appended.tiles().stream().map(tile -> new ProducerRecord<>(topic, 0,
                new TileId(tile.id().level(), tile.id().index(), TilePath.FULL_WIDTH).path(), tile.bytes())).toList());
        records.add(new ProducerRecord<>(topic, 0, SignedCheckpoint.PATH, checkpoint().bytes()));
        return records;
    }
}
