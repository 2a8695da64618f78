package mx.constancia.command.ledger.tree;

import java.util.ArrayList;
import java.util.List;

import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.TilePath;

/** Cuts entries into files. */
final class LedgerFiles {

    private LedgerFiles() {
    }

    /** The bundles of entries that begin where a bundle begins. */
    static List<LedgerFile> bundles(Entries entries) {
        List<LedgerFile> files = new ArrayList<>();
        for (long low = entries.from(); low < entries.end(); low += TilePath.FULL_WIDTH) {
            List<byte[]> bundle = entries.between(low, Math.min(low + TilePath.FULL_WIDTH, entries.end())).bytes();
            files.add(LedgerFile.of(EntryBundle.of(new BundleId(low / TilePath.FULL_WIDTH, bundle.size()), bundle)));
        }
        return files;
    }
}
