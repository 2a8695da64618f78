package mx.constancia.ledger.merkle;

/** Where a proof gets the hashes of complete subtrees from; usually tiles. */
@FunctionalInterface
public interface HashReader {

    /**
     * The root of a complete subtree.
     *
     * @throws java.io.UncheckedIOException if the source cannot be read
     */
    Hash read(TreeNode node);
}
