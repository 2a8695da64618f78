package mx.constancia.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.MemoryTree;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.policy.TrustPolicy;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessMessagesTest {

    private static final String SPEC_REQUEST = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhc\
            yv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/\
            V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;
    private static final String SPEC_ANSWER = """
            \u2014 witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39Q\
            sZTSvVjyQLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==
            \u2014 witness.example/w1 I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlb\
            QNt64vWhO+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==
            """;
    private static final ProofBuilder PROOFS = new ProofBuilder(MemoryTree.ofSize(300));

    @Test
    void theRequestOfTheSpecificationIsReadAndWrittenTheSameWay() {
        var request = AddCheckpoint.parse(utf8(SPEC_REQUEST));

        assertThat(request.growth().from()).isEqualTo(20852014);
        assertThat(request.growth().to()).isEqualTo(20852163);
        assertThat(request.growth().hashes()).hasSize(4);
        assertThat(request.checkpoint().note().signatures()).hasSize(2);
        assertThat(request.bytes()).isEqualTo(utf8(SPEC_REQUEST));
    }

    @Test
    void theAnswerOfTheSpecificationIsReadAndWrittenTheSameWay() {
        var answer = Cosigned.parse(utf8(SPEC_ANSWER));

        assertThat(answer.cosignatures()).extracting(line -> line.key().name()).containsOnly("witness.example/w1");
        assertThat(answer.bytes()).isEqualTo(utf8(SPEC_ANSWER));
    }

    @Test
    void aWitnessThatVerifiedTheGrowthMakesTheCheckpointAcceptable() {
        SignedCheckpoint signed = SignedCheckpoint.sign(new Checkpoint(Samples.ORIGIN, 300, PROOFS.root(300)), List.of(Samples.log()));

        var request = AddCheckpoint.parse(new AddCheckpoint(PROOFS.consistency(255, 300), signed).bytes());
        request.growth().verify(PROOFS.root(255), request.checkpoint().unverified().root());
        var answer = Cosigned.parse(new Cosigned(List.of(Samples.witness(1).sign(request.checkpoint().note().text()))).bytes());

        var policy = TrustPolicy.of(List.of(Samples.log().verifierKey()), 1, List.of(Samples.witness(1).verifierKey()));
        assertThat(policy.accept(signed.with(answer.cosignatures())).witnesses()).containsEntry("witness.example/1", Samples.NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "old 20852014, old 020852014, 'add-checkpoint, line 1: is not a decimal number without leading zero'",
        "old 20852014, new 20852014, 'add-checkpoint, line 1: does not start with ''old '''",
        "old 20852014, old 20852164, 'consistency proof, sizes: a tree does not grow from size 20852164 to 20852163'",
        "kaw=, kax=, 'add-checkpoint, line 2: is not canonical base64'",
        "kaw=, k!w=, 'add-checkpoint, line 2: is not base64'",
        "swk=, '', 'add-checkpoint, line 3: is not a hash of 32 bytes'",
        "20852163, 020852163, 'checkpoint, line 2: is not a decimal number without leading zero'",
    })
    void aFaultInARequestNamesTheLine(String right, String wrong, String message) {
        assertThatThrownBy(() -> AddCheckpoint.parse(utf8(SPEC_REQUEST.replace(right, wrong))))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    @Test
    void aRequestOfMoreThan63HashesIsRefused() {
        String hash = Samples.leaf(0).base64() + "\n";

        assertThatThrownBy(() -> AddCheckpoint.parse(utf8(SPEC_REQUEST.replaceFirst("\n", "\n" + hash.repeat(60)))))
                .hasMessage("add-checkpoint, line 65: a proof has at most 63 hashes");
    }

    @Test
    void anEmptyAnswerIsNoAnswer() {
        assertThatThrownBy(() -> Cosigned.parse(new byte[0])).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Cosigned.parse(utf8(SPEC_ANSWER + "\n"))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Cosigned.parse(utf8(SPEC_ANSWER.repeat(51)))).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20852014, Long.MAX_VALUE})
    void aConflictTellsTheSizeThatTheWitnessHas(long size) {
        assertThat(new SizeConflict(size).bytes()).isEqualTo(utf8(size + "\n"));
        assertThat(SizeConflict.parse(utf8(size + "\n"))).isEqualTo(new SizeConflict(size));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "\n", "1", "01\n", "-1\n", "1\n\n", "1\n2\n", " 1\n", "1\r\n", "9223372036854775808\n", "one\n",
        "000000000000000000001\n",
    })
    void anythingButASizeIsRefused(String body) {
        assertThatThrownBy(() -> SizeConflict.parse(utf8(body))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aLogIsMonitoredUnderTheHashOfItsOrigin() {
        assertThat(MonitoringPath.of("example.org/mecanismos"))
                .matches("[0-9a-f]{64}/checkpoint")
                .isNotEqualTo(MonitoringPath.of("example.org/otro"));
        assertThat(MonitoringPath.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad/checkpoint");
    }

    @Property(tries = 2000)
    void noTextCrashesAParser(@ForAll String inserted, @ForAll @IntRange(max = 500) int place, @ForAll byte[] bytes) {
        byte[] request = utf8(SPEC_REQUEST.substring(0, place) + inserted + SPEC_REQUEST.substring(place));
        for (byte[] body : new byte[][] {bytes, request, utf8(inserted), utf8(SPEC_ANSWER + inserted)}) {
            refuses(() -> assertThat(AddCheckpoint.parse(body).bytes()).isEqualTo(body));
            refuses(() -> assertThat(Cosigned.parse(body).bytes()).isEqualTo(body));
            refuses(() -> assertThat(SizeConflict.parse(body).bytes()).isEqualTo(body));
        }
    }

    private static void refuses(Runnable parser) {
        try {
            parser.run();
        } catch (MalformedException e) {
            assertThat(e.where()).isNotEmpty();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
