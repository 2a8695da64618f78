package mx.constancia.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import org.junit.jupiter.api.Test;

class TreeTest {

    @Test
    void theRootsAreThoseOfTheCertificateTransparencyVectors() {
        var hasher = new TreeHasher();
        List<Hash> leaves = Samples.CT_ENTRIES.stream().map(hasher::leaf).toList();
        var frontier = new Frontier();
        var roots = new ArrayList<>(List.of(frontier.root()));
        for (Hash leaf : leaves) {
            frontier.append(leaf);
            roots.add(frontier.root());
        }

        assertThat(roots).isEqualTo(Samples.CT_ROOTS);
        assertThat(LongStream.rangeClosed(0, 8).mapToObj(new ProofBuilder(new MemoryTree(leaves))::root)).isEqualTo(Samples.CT_ROOTS);
    }

    @Test
    void anIncrementalRootIsTheRootByDefinition() {
        List<Hash> leaves = LongStream.range(0, 600).mapToObj(Samples::leaf).toList();
        var builder = new ProofBuilder(new MemoryTree(leaves));
        var frontier = new Frontier();
        for (int size = 0; size < leaves.size(); size++) {
            Hash definition = MemoryTree.definition(leaves.subList(0, size));

            assertThat(frontier.root()).as("frontier of size %d", size).isEqualTo(definition);
            assertThat(builder.root(size)).as("root of size %d", size).isEqualTo(definition);
            frontier.append(leaves.get(size));
        }
    }

    @Test
    void aRestoredFrontierContinuesAsIfItHadNeverStopped() {
        var unbroken = new Frontier();
        for (long i = 0; i < 600; i++) {
            var restored = Frontier.of(unbroken.size(), unbroken.hashes());
            unbroken.append(Samples.leaf(i));
            restored.append(Samples.leaf(i));

            assertThat(restored.root()).isEqualTo(unbroken.root());
            assertThat(restored.hashes()).isEqualTo(unbroken.hashes());
        }
    }

    @Test
    void aFrontierHasOneHashForEachBitOfItsSize() {
        assertThatThrownBy(() -> Frontier.of(3, List.of(Samples.leaf(0))))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("1 hashes do not describe a tree of size 3");
        assertThatThrownBy(() -> Frontier.of(-1, List.of())).isInstanceOf(MalformedException.class);
    }

    @Test
    void aLeafIsNeverMistakenForANode() {
        var hasher = new TreeHasher();
        Hash left = Samples.leaf(0);
        Hash right = Samples.leaf(1);
        var joined = new byte[2 * Hash.SIZE];
        left.copyTo(joined, 0);
        right.copyTo(joined, Hash.SIZE);

        assertThat(hasher.leaf(joined)).isNotEqualTo(hasher.node(left, right));
    }

    @Test
    void aHasherIsReadyAgainAfterEachHash() {
        var hasher = new TreeHasher();
        Hash first = hasher.node(Samples.leaf(0), Samples.leaf(1));
        hasher.leaf(new byte[] {1, 2, 3});

        assertThat(hasher.node(Samples.leaf(0), Samples.leaf(1))).isEqualTo(first);
    }

    @Test
    void aHashCannotBeChangedFromOutside() {
        byte[] source = Samples.leaf(0).bytes();
        Hash hash = Hash.of(source);
        source[0]++;
        hash.bytes()[1]++;

        assertThat(hash).isEqualTo(Samples.leaf(0)).hasSameHashCodeAs(Samples.leaf(0));
        assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(MalformedException.class);
    }
}
