package mx.constancia.command.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import mx.constancia.events.StoredEvent;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileHashReader;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;

/**
 * One writer's work on the ledger, from its election on. Each step integrates the next events, signs the tree, stores tiles and
 * checkpoint together, and publishes bundles, then tiles bottom up, then the checkpoint. A session that threw is over: the next
 * one finds by the topic what is still to be published, and goes on exactly there.
 */
public final class LedgerSession {

    /** Events in a step at most. */
    public static final int STEP = 16 * TilePath.FULL_WIDTH;

    private final LedgerPorts ports;
    private final LogKeys keys;
    private RightEdge edge;
    /** The entries of the bundle that is not full yet. */
    private Entries open;
    private Tip tip;
    private SignedTree signed;

    LedgerSession(LedgerPorts ports, LogKeys keys, RightEdge edge, Entries open, Tip tip, SignedTree signed) {
        this.ports = ports;
        this.keys = keys;
        this.edge = edge;
        this.open = open;
        this.tip = tip;
        this.signed = signed;
    }

    /**
     * Takes the ledger over: checks that it is whole, and publishes what is signed but not published.
     *
     * @throws LedgerAlarm when log, tree, signatures and topic do not belong together
     */
    public static LedgerSession resume(LedgerPorts ports, LogKeys keys) {
        return new Takeover(ports, keys).run();
    }

    /**
     * What a step did.
     *
     * @param logEnd     position after the last event of the log, as far as it was seen
     * @param integrated events that it integrated
     */
    public record Step(long logEnd, int integrated) {
    }

    /** Number of events that the ledger holds and has published. */
    public long size() {
        return edge.size();
    }

    /**
     * Integrates and publishes what the log has gained, at most {@link #STEP} events.
     *
     * @throws LedgerAlarm when the log is not what was signed, has a gap, or goes back in time
     */
    public Step step() {
        long end = ports.tables().logEnd();
        if (end < size()) {
            throw new LedgerAlarm(end, "the log ends before position " + end + ", but the ledger holds " + size() + " events of it");
        }
        if (end == size()) {
            return new Step(end, 0);
        }
        tip.requireUnmoved(ports.log());
        List<StoredEvent> events = ports.log().read(size(), STEP);
        if (events.isEmpty()) {
            throw new LedgerAlarm(size(), "the log has no event at position " + size());
        }
        Entries added = Entries.of(size(), events);
        tip.requireFollowedBy(events);
        RightEdge.Appended appended = edge.append(added.leaves());
        Checkpoint next = new Checkpoint(keys.origin(), appended.edge().size(), appended.edge().root());
        requireGrowth(signed.checkpoint(), next, appended.tiles());
        SignedTree tree = new SignedTree(signed.number() + 1, keys.sign(next));
        ports.tables().save(appended.tiles(), tree);
        Entries entries = open.followedBy(added);
        edge = appended.edge();
        open = entries.ofOpenBundle();
        tip = Tip.of(events.getLast());
        signed = tree;
        publish(entries, appended.tiles());
        return new Step(Math.max(end, size()), events.size());
    }

    private void publish(Entries entries, List<Tile> tiles) {
        List<LedgerFile> files = new ArrayList<>(LedgerFiles.bundles(entries));
        tiles.forEach(tile -> files.add(LedgerFile.of(tile)));
        files.add(LedgerFile.of(ports.witnesses().cosign(signed.note(), from -> proofs(ports.tables(), size()).consistency(from, size()))));
        ports.outlet().publish(files);
    }

    /** Proves to ourselves, from the tiles that are stored or will be, that the tree only grows. */
    private void requireGrowth(Checkpoint last, Checkpoint next, List<Tile> changed) {
        Map<TileId, Tile> byId = changed.stream().collect(Collectors.toMap(Tile::id, Function.identity()));
        try {
            new ProofBuilder(new TileHashReader(id -> byId.containsKey(id) ? byId.get(id) : ports.tables().read(id), next.size()))
                    .consistency(last.size(), next.size()).verify(last.root(), next.root());
        } catch (UnverifiedException e) {
            throw new LedgerAlarm(last.size(), "the tree is not a growth of the one that was signed last: " + e.getMessage());
        }
    }

    static ProofBuilder proofs(LedgerTables tables, long size) {
        return new ProofBuilder(new TileHashReader(tables, size));
    }
}
