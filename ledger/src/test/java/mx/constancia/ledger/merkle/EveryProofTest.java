package mx.constancia.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mx.constancia.ledger.Samples;
import org.junit.jupiter.api.Test;

class EveryProofTest {

    private static final int LARGEST = 600;
    private static final List<Hash> LEAVES = LongStream.range(0, LARGEST).mapToObj(Samples::leaf).toList();

    private final ProofBuilder proofs = new ProofBuilder(new MemoryTree(LEAVES));
    private final List<Hash> roots = LongStream.rangeClosed(0, LARGEST).mapToObj(proofs::root).toList();

    @Test
    void everyInclusionProofOfEveryTreeUpTo600LeavesVerifies() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                proofs.inclusion(index, size).verify(LEAVES.get(index), roots.get(size));
            }
        }
    }

    @Test
    void everyConsistencyProofOfEveryTreeUpTo600LeavesVerifies() {
        for (int to = 0; to <= LARGEST; to++) {
            for (int from = 0; from <= to; from++) {
                proofs.consistency(from, to).verify(roots.get(from), roots.get(to));
            }
        }
    }

    @Test
    void aProofIsNoLongerThanTheTreeIsHigh() {
        assertThat(proofs.inclusion(0, 1).hashes()).isEmpty();
        assertThat(proofs.inclusion(511, 512).hashes()).hasSize(9);
        assertThat(proofs.inclusion(512, 513).hashes()).hasSize(1);
        assertThat(proofs.consistency(0, 600).hashes()).isEmpty();
        assertThat(proofs.consistency(600, 600).hashes()).isEmpty();
        assertThat(proofs.consistency(512, 513).hashes()).hasSize(1);
    }

    @Test
    void theProofsOfTheRfcExampleHaveTheNodesThatItNames() {
        // RFC 6962 section 2.1.3: the letters are its leaves and nodes of the tree of seven leaves.
        var tree = new MemoryTree(LEAVES.subList(0, 7));
        var seven = new ProofBuilder(tree);
        Hash b = LEAVES.get(1);
        Hash c = LEAVES.get(2);
        Hash d = LEAVES.get(3);
        Hash f = LEAVES.get(5);
        Hash j = LEAVES.get(6);
        Hash g = tree.read(new TreeNode(1, 0));
        Hash h = tree.read(new TreeNode(1, 1));
        Hash i = tree.read(new TreeNode(1, 2));
        Hash k = tree.read(new TreeNode(2, 0));
        Hash l = new TreeHasher().node(i, j);

        assertThat(seven.inclusion(0, 7).hashes()).containsExactly(b, h, l);
        assertThat(seven.inclusion(3, 7).hashes()).containsExactly(c, g, l);
        assertThat(seven.inclusion(4, 7).hashes()).containsExactly(f, j, k);
        assertThat(seven.inclusion(6, 7).hashes()).containsExactly(i, k);
        assertThat(seven.consistency(3, 7).hashes()).containsExactly(c, d, g, l);
        assertThat(seven.consistency(4, 7).hashes()).containsExactly(l);
        assertThat(seven.consistency(6, 7).hashes()).containsExactly(i, j, k);
    }

    @Test
    void nobodyCanAskForALeafOrAGrowthThatDoesNotExist() {
        IntStream.of(-1, 5, 6).forEach(index ->
                assertThatThrownBy(() -> proofs.inclusion(index, 5)).isInstanceOf(IllegalArgumentException.class));
        assertThatThrownBy(() -> proofs.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(-1, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
