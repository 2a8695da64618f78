package mx.constancia.ledger.merkle;

/**
 * A complete subtree: the leaves from {@code index * 2^height} up to, not including, {@code (index + 1) * 2^height}.
 *
 * @param height 0 for a leaf, at most 62
 * @param index  counted from the left among the subtrees of that height
 */
public record TreeNode(int height, long index) {

    public TreeNode {
        if (height < 0 || height > 62 || index < 0) {
            throw new IllegalArgumentException("no tree has a node of height " + height + " and index " + index);
        }
    }
}
