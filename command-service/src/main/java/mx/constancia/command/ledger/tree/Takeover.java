package mx.constancia.command.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;
import mx.constancia.ledger.tiles.TreeGrowth;

/** Checks that the ledger is whole before anybody writes to it, and publishes what was signed but not published. */
final class Takeover {

    private static final int FILES = 64;

    private final LedgerPorts ports;
    private final LogKeys keys;

    Takeover(LedgerPorts ports, LogKeys keys) {
        this.ports = ports;
        this.keys = keys;
    }

    LedgerSession run() {
        Optional<SignedCheckpoint> published = ports.outlet().lastPublished();
        SignedTree signed = ports.tables().lastSigned().orElseGet(() -> first(published));
        Checkpoint tree = requireOurs(signed.note(), "was signed last");
        RightEdge edge = edgeOf(tree);
        requireLog(tree);
        published.ifPresent(checkpoint -> requirePast(requireOurs(checkpoint, "was published last"), tree));
        Entries open = checked(edge.size() / TilePath.FULL_WIDTH * TilePath.FULL_WIDTH, edge.size());
        Tip tip = tip(edge.size());
        if (!keys.allSigned(signed.note())) {
            signed = new SignedTree(signed.number() + 1, keys.sign(tree));
            ports.tables().save(List.of(), signed);
        }
        ports.outlet().publish(List.of(keys.file()));
        if (published.isEmpty() || published.get().unverified().size() < tree.size() || !keys.allSigned(published.get())) {
            publish(published.map(checkpoint -> checkpoint.unverified().size()).orElse(0L), signed);
        }
        return new LedgerSession(ports, keys, edge, open, tip, signed);
    }

    private Tip tip(long size) {
        Tip tip = Tip.read(ports.log(), size);
        if (size > 0) {
            tip.entry().requireSameAs(ports.tables().read(TileId.inTree(size, 0, (size - 1) / TilePath.FULL_WIDTH)));
        }
        return tip;
    }

    private SignedTree first(Optional<SignedCheckpoint> published) {
        long size = published.map(checkpoint -> checkpoint.unverified().size()).orElse(0L);
        if (size > 0) {
            throw new LedgerAlarm(0, size + " events were published, but this database has signed nothing: it is not the one that they came from");
        }
        SignedTree empty = new SignedTree(0, keys.sign(new Checkpoint(keys.origin(), 0, TreeHasher.EMPTY_ROOT)));
        ports.tables().save(List.of(), empty);
        return empty;
    }

    private Checkpoint requireOurs(SignedCheckpoint checkpoint, String which) {
        try {
            return keys.verify(checkpoint);
        } catch (UnverifiedException e) {
            throw new LedgerAlarm(checkpoint.unverified().size(), "the checkpoint that " + which + " is not this log's: " + e.getMessage());
        }
    }

    private RightEdge edgeOf(Checkpoint tree) {
        RightEdge edge = RightEdge.of(tree.size(), RightEdge.tilesOf(tree.size()).stream().map(ports.tables()::read).toList());
        if (!edge.root().equals(tree.root())) {
            throw new LedgerAlarm(tree.size(), "the stored tiles are not those of the tree of size " + tree.size() + " that was signed last");
        }
        return edge;
    }

    private void requireLog(Checkpoint tree) {
        long end = ports.tables().logEnd();
        if (end < tree.size()) {
            throw new LedgerAlarm(end, "the log ends before position " + end + ", but " + tree.size() + " events of it are signed");
        }
    }

    private void requirePast(Checkpoint published, Checkpoint tree) {
        if (published.size() > tree.size()) {
            throw new LedgerAlarm(tree.size(), published.size() + " events were published, but only " + tree.size()
                    + " are signed in this database: it is older than what it published");
        }
        if (!LedgerSession.proofs(ports.tables(), tree.size()).root(published.size()).equals(published.root())) {
            throw new LedgerAlarm(published.size(), "the tree of size " + published.size() + " that was published is not the beginning of this one");
        }
    }

    private void publish(long from, SignedTree signed) {
        TreeGrowth growth = new TreeGrowth(from, signed.checkpoint().size());
        for (long low = from / TilePath.FULL_WIDTH * TilePath.FULL_WIDTH; low < growth.to(); low += LedgerSession.STEP) {
            ports.outlet().publish(LedgerFiles.bundles(checked(low, Math.min(low + LedgerSession.STEP, growth.to()))));
        }
        List<LedgerFile> files = new ArrayList<>();
        for (TileId tile : growth.tiles()) {
            files.add(LedgerFile.of(ports.tables().read(tile)));
            if (files.size() == FILES) {
                ports.outlet().publish(List.copyOf(files));
                files.clear();
            }
        }
        files.add(LedgerFile.of(ports.witnesses().cosign(signed.note(),
                old -> LedgerSession.proofs(ports.tables(), growth.to()).consistency(old, growth.to()))));
        ports.outlet().publish(files);
    }

    /** Entries that are in the tree already, derived again from their rows and compared with it. */
    private Entries checked(long low, long high) {
        Entries entries = Entries.read(ports.log(), low, high);
        for (long first = low; first < high; first += TilePath.FULL_WIDTH) {
            long end = Math.min(first + TilePath.FULL_WIDTH, high);
            entries.between(first, end).requireSameAs(
                    ports.tables().read(new TileId(0, first / TilePath.FULL_WIDTH, (int) (end - first))));
        }
        return entries;
    }
}
