package mx.constancia.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mx.constancia.ledger.LedgerException;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import mx.constancia.ledger.UnverifiedException;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TamperedProofTest {

    private static final int LARGEST = 600;
    private static final List<Hash> LEAVES = LongStream.range(0, LARGEST).mapToObj(Samples::leaf).toList();
    private static final ProofBuilder PROOFS = new ProofBuilder(new MemoryTree(LEAVES));

    @Property
    void aFlippedBitInTheLeafTheRootOrAnyHashOfAnInclusionProofFails(
            @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST - 1) int any,
            @ForAll @IntRange(max = 255) int bit) {
        int index = any % size;
        InclusionProof proof = PROOFS.inclusion(index, size);
        Hash leaf = LEAVES.get(index);
        Hash root = PROOFS.root(size);

        fails(() -> proof.verify(flip(leaf, bit), root));
        fails(() -> proof.verify(leaf, flip(root, bit)));
        for (int i = 0; i < proof.hashes().size(); i++) {
            List<Hash> hashes = with(proof.hashes(), i, bit);
            fails(() -> new InclusionProof(index, size, hashes).verify(leaf, root));
        }
    }

    @Property
    void aFlippedBitInARootOrAnyHashOfAConsistencyProofFails(
            @ForAll @IntRange(min = 1, max = LARGEST) int to, @ForAll @IntRange(min = 1, max = LARGEST) int any,
            @ForAll @IntRange(max = 255) int bit) {
        int from = 1 + any % to;
        ConsistencyProof proof = PROOFS.consistency(from, to);
        Hash oldRoot = PROOFS.root(from);
        Hash newRoot = PROOFS.root(to);

        fails(() -> proof.verify(flip(oldRoot, bit), newRoot));
        fails(() -> proof.verify(oldRoot, flip(newRoot, bit)));
        for (int i = 0; i < proof.hashes().size(); i++) {
            List<Hash> hashes = with(proof.hashes(), i, bit);
            fails(() -> new ConsistencyProof(from, to, hashes).verify(oldRoot, newRoot));
        }
    }

    @Property
    void aSwappedLeafAWrongIndexOrAnotherTreeFails(
            @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST - 1) int any,
            @ForAll @IntRange(max = LARGEST - 1) int otherIndex, @ForAll @IntRange(min = 1, max = LARGEST) int otherSize) {
        int index = any % size;
        Assume.that(index != otherIndex && size != otherSize);
        InclusionProof proof = PROOFS.inclusion(index, size);
        Hash leaf = LEAVES.get(index);

        fails(() -> proof.verify(LEAVES.get(otherIndex), PROOFS.root(size)));
        fails(() -> new InclusionProof(otherIndex, size, proof.hashes()).verify(leaf, PROOFS.root(size)));
        fails(() -> proof.verify(leaf, PROOFS.root(otherSize)));
        fails(() -> new InclusionProof(index, otherSize, proof.hashes()).verify(leaf, PROOFS.root(otherSize)));
    }

    @Property
    void aConsistencyProofForOtherSizesFails(
            @ForAll @IntRange(min = 1, max = LARGEST) int to, @ForAll @IntRange(min = 1, max = LARGEST) int any,
            @ForAll @IntRange(min = 1, max = LARGEST) int other) {
        int from = 1 + any % to;
        ConsistencyProof proof = PROOFS.consistency(from, to);

        if (other != from && other <= to) {
            fails(() -> new ConsistencyProof(other, to, proof.hashes()).verify(PROOFS.root(from), PROOFS.root(to)));
            fails(() -> proof.verify(PROOFS.root(other), PROOFS.root(to)));
        }
        if (other != to && other >= from) {
            fails(() -> new ConsistencyProof(from, other, proof.hashes()).verify(PROOFS.root(from), PROOFS.root(other)));
            fails(() -> proof.verify(PROOFS.root(from), PROOFS.root(other)));
        }
    }

    @Property
    void aMissingOrAdditionalHashFails(@ForAll @IntRange(min = 2, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST - 1) int any) {
        int index = any % size;
        int from = 1 + any % (size - 1);
        InclusionProof inclusion = PROOFS.inclusion(index, size);
        ConsistencyProof consistency = PROOFS.consistency(from, size);

        fails(() -> new InclusionProof(index, size, longer(inclusion.hashes())).verify(LEAVES.get(index), PROOFS.root(size)));
        fails(() -> new InclusionProof(index, size, shorter(inclusion.hashes())).verify(LEAVES.get(index), PROOFS.root(size)));
        fails(() -> new ConsistencyProof(from, size, longer(consistency.hashes())).verify(PROOFS.root(from), PROOFS.root(size)));
        fails(() -> new ConsistencyProof(from, size, shorter(consistency.hashes())).verify(PROOFS.root(from), PROOFS.root(size)));
    }

    @Test
    void growthFromTheEmptyTreeNeedsNoProofAndAllowsNone() {
        Hash root = PROOFS.root(5);

        new ConsistencyProof(0, 5, List.of()).verify(TreeHasher.EMPTY_ROOT, root);
        assertThatThrownBy(() -> new ConsistencyProof(0, 5, List.of(root)).verify(TreeHasher.EMPTY_ROOT, root))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("the consistency proof from size 0 to size 5 has too many hashes");
        fails(() -> new ConsistencyProof(0, 5, List.of()).verify(root, root));
    }

    @Test
    void twoTreesOfTheSameSizeHaveTheSameRoot() {
        assertThatThrownBy(() -> new ConsistencyProof(5, 5, List.of()).verify(PROOFS.root(5), PROOFS.root(6)))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("joins different roots of the same size");
    }

    @Test
    void aProofOfMoreThan63HashesIsRefusedBeforeItIsVerified() {
        List<Hash> hashes = LEAVES.subList(0, 64);

        assertThatThrownBy(() -> new InclusionProof(0, Long.MAX_VALUE, hashes)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new ConsistencyProof(1, Long.MAX_VALUE, hashes)).isInstanceOf(MalformedException.class);
    }

    @Test
    void sizesThatNoTreeHasAreRefused() {
        assertThatThrownBy(() -> new InclusionProof(5, 5, List.of())).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new InclusionProof(-1, 5, List.of())).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new ConsistencyProof(5, 4, List.of())).isInstanceOf(MalformedException.class);
    }

    private static void fails(ThrowingCallable verification) {
        assertThatThrownBy(verification).isInstanceOf(LedgerException.class);
    }

    private static Hash flip(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }

    private static List<Hash> with(List<Hash> hashes, int i, int bit) {
        var changed = new ArrayList<>(hashes);
        changed.set(i, flip(hashes.get(i), bit));
        return changed;
    }

    private static List<Hash> longer(List<Hash> hashes) {
        var longer = new ArrayList<>(hashes);
        longer.add(LEAVES.getFirst());
        return longer;
    }

    private static List<Hash> shorter(List<Hash> hashes) {
        return hashes.subList(0, hashes.size() - 1);
    }
}
