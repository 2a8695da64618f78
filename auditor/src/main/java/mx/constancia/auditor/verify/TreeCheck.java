package mx.constancia.auditor.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.merkle.Frontier;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;

/**
 * Derives the tree from its entries, page by page, and compares each tile of the log with the derived one. In case of a difference
 * the signed root tells whether the entries or the tiles were changed.
 */
final class TreeCheck {

    private final LedgerReader ledger;
    private final Checkpoint checkpoint;
    private final Faults faults;
    /** Trees that this one must continue, and which are not yet compared; the smallest first. */
    private final Deque<Remembered> earlier;
    private final List<Differing> differing = new ArrayList<>();
    private final Frontier fromTiles;
    private RightEdge edge;
    private boolean complete = true;

    TreeCheck(LedgerReader ledger, Checkpoint checkpoint, Ground ground, Collection<Remembered> earlier, Faults faults) {
        this.ledger = ledger;
        this.checkpoint = checkpoint;
        this.faults = faults;
        this.earlier = earlier.stream().distinct().filter(tree -> tree.size() > ground.size() && tree.size() <= checkpoint.size())
                .sorted(Comparator.comparingLong(Remembered::size)).collect(Collectors.toCollection(ArrayDeque::new));
        this.edge = ground.edge();
        this.fromTiles = ground.edge().frontier();
    }

    /** The next page; of a page that is partly on the ground already, all leaves. */
    void next(PageCheck.Page page) {
        Optional<List<Hash>> fromTile = page.tile().map(Tile::hashes);
        Optional<List<Hash>> leaves = page.leaves().or(() -> fromTile);
        if (leaves.isEmpty()) {
            complete = false;
        }
        if (!complete) {
            return;
        }
        int known = (int) (edge.size() - page.id().index() * BundleId.FULL_WIDTH);
        List<Hash> derived = leaves.orElseThrow();
        List<Hash> told = fromTile.orElse(derived);
        for (int place = 0; place < derived.size(); place++) {
            if (!derived.get(place).equals(told.get(place)) && differing.size() < Faults.MOST_KEPT) {
                long position = page.id().index() * BundleId.FULL_WIDTH + place;
                differing.add(new Differing(0, position, position, TileId.inTree(checkpoint.size(), 0, page.id().index()).path()));
            }
        }
        told.subList(known, told.size()).forEach(fromTiles::append);
        append(derived.subList(known, derived.size()));
    }

    /** Nothing more comes: the root cannot be derived. */
    void giveUp() {
        complete = false;
    }

    /** What the whole tree amounts to. */
    Ground finish(Streams streams) {
        if (complete) {
            Hash root = edge.root();
            Fault.Kind changed = root.equals(checkpoint.root()) ? Fault.Kind.TILE_CHANGED
                    : fromTiles.root().equals(checkpoint.root()) ? Fault.Kind.ENTRY_CHANGED : Fault.Kind.ENTRY_OR_TILE_CHANGED;
            // Above changed entries the derived tiles are others too, which says nothing about the log's.
            differing.stream().filter(one -> changed != Fault.Kind.ENTRY_CHANGED || one.level == 0)
                    .forEach(one -> faults.add(Fault.among(one.from, one.to, changed, ledger.name(), one.path)));
            if (!root.equals(checkpoint.root()) && changed != Fault.Kind.ENTRY_CHANGED) {
                faults.add(Fault.of(Fault.Kind.ROOT_DIFFERS, ledger.name(), checkpoint.size(), root, checkpoint.root()));
            }
        }
        earlier.stream().filter(tree -> tree.size() == checkpoint.size() && !tree.root().equals(checkpoint.root()))
                .forEach(tree -> faults.add(Fault.among(0, tree.size() - 1, Fault.Kind.FORKED, ledger.name(), tree.size())));
        return new Ground(edge, streams.versions(), streams.recordedAt());
    }

    /** Positions whose hash in a tile is not the one that follows from the entries. */
    private record Differing(int level, long from, long to, String path) {
    }

    private void append(List<Hash> leaves) {
        List<Hash> rest = leaves;
        while (!earlier.isEmpty() && earlier.getFirst().size() <= edge.size() + rest.size()) {
            int until = (int) (earlier.getFirst().size() - edge.size());
            grow(rest.subList(0, until));
            compareWith(earlier.removeFirst());
            rest = rest.subList(until, rest.size());
        }
        grow(rest);
    }

    private void grow(List<Hash> leaves) {
        if (!leaves.isEmpty()) {
            RightEdge.Appended appended = edge.append(leaves);
            edge = appended.edge();
            appended.tiles().stream().filter(tile -> tile.id().level() > 0 && isPublished(tile.id())).forEach(this::compare);
        }
    }

    private boolean isPublished(TileId id) {
        return TileId.inTree(checkpoint.size(), id.level(), id.index()).equals(id);
    }

    private void compare(Tile derived) {
        long covered = 1L << Byte.SIZE * derived.id().level();
        long first = derived.id().index() * BundleId.FULL_WIDTH * covered;
        long last = first + derived.id().width() * covered - 1;
        String path = derived.id().path();
        try {
            Optional<Tile> served = ledger.tile(derived.id());
            if (served.isEmpty()) {
                faults.add(Fault.among(first, last, Fault.Kind.FILE_MISSING, ledger.name(), path));
            } else if (!served.get().equals(derived) && differing.size() < Faults.MOST_KEPT) {
                int place = 0;
                while (served.get().hash(place).equals(derived.hash(place))) {
                    place++;
                }
                differing.add(new Differing(derived.id().level(), first + place * covered, first + (place + 1) * covered - 1, path));
            }
        } catch (MalformedException e) {
            faults.add(Fault.among(first, last, Fault.Kind.FILE_MALFORMED, ledger.name(), path, e.getMessage()));
        }
    }

    private void compareWith(Remembered tree) {
        List<Hash> now = edge.frontier().hashes();
        long first = 0;
        for (int i = 0; i < now.size(); i++) {
            long width = Long.highestOneBit(tree.size() - first);
            if (!now.get(i).equals(tree.frontier().get(i))) {
                faults.add(Fault.among(first, first + width - 1, Fault.Kind.FORKED, ledger.name(), tree.size()));
                return;
            }
            first += width;
        }
    }
}
