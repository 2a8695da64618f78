package mx.constancia.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.cosignature.CosignatureSigner;
import mx.constancia.ledger.note.Ed25519NoteSigner;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.note.VerifierKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {

    private static final String LOG = Samples.log().verifierKey().format();
    private static final String W1 = Samples.witness(1).verifierKey().format();
    private static final String W2 = Samples.witness(2).verifierKey().format();
    private static final Pattern NAMED_KEY = Pattern.compile("\\b(LOG|W[1-5])\\b");
    private static final String EXAMPLE = """
            # The log of the ministry, and who watches it
            log LOG https://log.example/

            witness X1 W1
            witness X2 W2 https://witness.example/2
            \twitness   X3\tW3\s
            group X-witnesses 2 X1 X2 X3
              # a comment with spaces before it
            witness Y1 W4
            witness Y2 W5
            group Y-witnesses any Y1 Y2
            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """;

    private final Checkpoint checkpoint = new Checkpoint(Samples.ORIGIN, 8, Samples.CT_ROOTS.get(8));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "1 2 4     | true",
        "2 3 5     | true",
        "1 2 3 4 5 | true",
        "1 2       | false",
        "1 4 5     | false",
        "4 5       | false",
        "-         | false",
    })
    void aQuorumOfTwoGroupsNeedsBoth(String witnesses, boolean accepted) {
        TrustPolicy policy = parse(EXAMPLE);
        SignedCheckpoint signed = signedBy(witnesses == null
                ? new int[0]
                : Arrays.stream(witnesses.split(" ")).mapToInt(Integer::parseInt).toArray());

        if (accepted) {
            assertThat(policy.accept(signed).checkpoint()).isEqualTo(checkpoint);
        } else {
            assertThatThrownBy(() -> policy.accept(signed))
                    .isInstanceOf(UnverifiedException.class)
                    .hasMessageStartingWith("the quorum X-and-Y is not met; cosigned by [");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 0, false", "1, 1, true", "2, 1, false", "2, 2, true", "2, 3, true", "3, 2, false", "3, 3, true"})
    void soManyOfThreeWitnessesAreEnough(int needed, int cosigned, boolean accepted) {
        TrustPolicy policy = policy(needed, 3);
        SignedCheckpoint signed = signedBy(IntStream.rangeClosed(1, cosigned).toArray());

        if (accepted) {
            assertThat(policy.accept(signed).witnesses()).hasSize(cosigned).allSatisfy((name, time) -> {
                assertThat(name).startsWith("witness.example/");
                assertThat(time).isEqualTo(Samples.NOON);
            });
        } else {
            assertThatThrownBy(() -> policy.accept(signed)).isInstanceOf(UnverifiedException.class);
        }
    }

    @Test
    void oneWitnessThatCosignsTwiceCountsOnceWithItsLatestTime() {
        var later = new CosignatureSigner("witness.example/1", Samples.key(1), InstantSource.fixed(Samples.NOON.plusSeconds(60)));
        SignedCheckpoint twice = signedBy(1).with(List.of(later.sign(checkpoint.text())));

        assertThat(policy(1, 2).accept(twice).witnesses()).containsExactlyEntriesOf(
                Map.of("witness.example/1", Samples.NOON.plusSeconds(60)));
        assertThatThrownBy(() -> policy(2, 2).accept(twice)).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void aForgedCosignatureOfAKnownWitnessRejectsTheCheckpoint() {
        SignedCheckpoint forged = signedBy(1, 2).with(List.of(SignatureLine.of(Samples.witness(3).verifierKey().id(), new byte[72])));

        assertThatThrownBy(() -> policy(2, 3).accept(forged))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("witness.example/3");
    }

    @Test
    void witnessesDoNotReplaceTheLog() {
        SignedCheckpoint withoutLog = SignedCheckpoint.sign(checkpoint, List.of(Samples.witness(1), Samples.witness(2)));

        assertThatThrownBy(() -> policy(2, 2).accept(withoutLog))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("no known key signed the note");
    }

    @Test
    void aLogThatThePolicyDoesNotKnowIsRejectedThoughItSharesTheKey() {
        SignedCheckpoint other = SignedCheckpoint.sign(new Checkpoint("example.org/otro", 8, checkpoint.root()), List.of(Samples.log()));

        assertThatThrownBy(() -> policy(0, 0).accept(other)).hasMessage("the policy does not know the log example.org/otro");
    }

    @Test
    void addressesAreKept() {
        TrustPolicy policy = parse(EXAMPLE);

        assertThat(policy.logs()).extracting(Party::url).containsExactly("https://log.example/");
        assertThat(policy.witnesses()).extracting(Party::name).containsExactly("X1", "X2", "X3", "Y1", "Y2");
        assertThat(policy.witnesses().get(1).url()).isEqualTo("https://witness.example/2");
    }

    @Test
    void aPolicyThatWasWrittenIsReadAgain() {
        for (TrustPolicy policy : List.of(parse(EXAMPLE), policy(2, 3), policy(0, 2), parse("witness w W1\nquorum w\n"))) {
            assertThat(TrustPolicy.parse(policy.bytes())).isEqualTo(policy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "quorum w\n", "quorum none", "quorum none\nquorum none\n", "quorum\n", "quorum none none\n", "quorums none\n",
        "log\nquorum none\n", "log W1\nquorum none\n", "log LOG LOG LOG\nquorum none\n", "log LOG\nlog LOG\nquorum none\n",
        "witness w LOG\nquorum w\n", "witness none W1\nquorum none\n", "witness w W1\nwitness w W2\nquorum w\n",
        "witness a W1\nwitness b W1\nquorum a\n", "witness a W1\nquorum b\n", "quorum a\nwitness a W1\n",
        "witness a W1\ngroup g 2 a\nquorum g\n", "witness a W1\ngroup g 0 a\nquorum g\n", "witness a W1\ngroup g 01 a\nquorum g\n",
        "witness a W1\ngroup g -1 a\nquorum g\n", "witness a W1\ngroup g most a\nquorum g\n", "witness a W1\ngroup g any\nquorum g\n",
        "witness a W1\ngroup g any a a\nquorum g\n", "witness a W1\ngroup g any a\ngroup h any a\nquorum g\n",
        "witness a W1\ngroup a any a\nquorum a\n", "group g any g\nquorum g\n", "witness a W1\ngroup g any none\nquorum g\n",
        "witness a W1\ngroup g 99999999999999999999 a\nquorum g\n", "quorum none\r\n", "quorum none\u0000\n", "quorum none\u007f\n",
    })
    void anythingButAPolicyIsRefused(String file) {
        assertThatThrownBy(() -> parse(file)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aFaultNamesTheLine() {
        assertThatThrownBy(() -> parse("witness a W1\n\nquorum b\n")).hasMessage("policy, line 3: 'b' is not defined above");
        assertThatThrownBy(() -> parse("# nothing\nlog example.org\nquorum none\n"))
                .hasMessage("policy, line 2: vkey, fields: is not a name, an id and a key joined by plus");
        assertThatThrownBy(() -> parse("# nothing\n")).hasMessage("policy, line 1: there is no quorum");
    }

    @Test
    void moreWitnessesThanThereAreCannotBeAskedFor() {
        assertThatThrownBy(() -> policy(3, 2)).isInstanceOf(MalformedException.class).hasMessageContaining("3 of 2 members");
    }

    @Test
    void aLogsKeyAndAWitnesssKeyAreNotExchanged() {
        VerifierKey log = Samples.log().verifierKey();
        VerifierKey witness = Samples.witness(1).verifierKey();

        assertThatThrownBy(() -> TrustPolicy.of(List.of(witness), 0, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrustPolicy.of(List.of(log), 1, List.of(log))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameOrAddressIsOneWord() {
        VerifierKey key = Samples.witness(1).verifierKey();

        assertThatThrownBy(() -> new Party("two words", key, "")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new Party("", key, "")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new Party("w", key, "https://w.example/\nquorum none")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new Quorum.Group("a\tb", 1, List.of(new Quorum.None()))).isInstanceOf(MalformedException.class);
    }

    @Test
    void thirtyTwoLogsWitnessesAndGroupsAreSupported() {
        var file = new StringBuilder();
        IntStream.rangeClosed(1, 32).forEach(i -> file.append("log ").append(logKey(i)).append('\n')
                .append("witness w").append(i).append(' ').append(witness(i)).append('\n')
                .append("group g").append(i).append(" all w").append(i).append(i > 1 ? " g" + (i - 1) : "").append('\n'));

        assertThat(TrustPolicy.parse(utf8(file + "quorum g32\n")).logs()).hasSize(32);
    }

    @Test
    void aPolicyOfMoreThan256NamesIsRefused() {
        var file = new StringBuilder("witness g0 ").append(W1).append('\n');
        IntStream.rangeClosed(1, 256).forEach(i -> file.append("group g").append(i).append(" any g").append(i - 1).append('\n'));

        assertThatThrownBy(() -> TrustPolicy.parse(utf8(file + "quorum g256\n")))
                .hasMessage("policy, line 257: there are more than 256 witnesses and groups");
    }

    @Property(tries = 2000)
    void noTextCrashesTheParser(@ForAll String text, @ForAll byte[] bytes) {
        byte[] between = utf8("witness a " + W1 + "\n" + text + "\nquorum a\n");
        for (byte[] file : new byte[][] {bytes, utf8(text), between, utf8(text + "\nquorum none\n")}) {
            try {
                assertThat(TrustPolicy.parse(file).quorum().name()).isNotEmpty();
            } catch (MalformedException e) {
                assertThat(e.where()).isNotEmpty();
            }
        }
    }

    private SignedCheckpoint signedBy(int... witnesses) {
        return SignedCheckpoint.sign(checkpoint,
                Stream.concat(Stream.of(Samples.log()), IntStream.of(witnesses).mapToObj(Samples::witness)).toList());
    }

    private static TrustPolicy policy(int needed, int witnesses) {
        List<VerifierKey> keys = IntStream.rangeClosed(1, witnesses).mapToObj(i -> Samples.witness(i).verifierKey()).toList();
        return TrustPolicy.of(List.of(Samples.log().verifierKey()), needed, keys);
    }

    private static String logKey(int number) {
        return new Ed25519NoteSigner("log.example/" + number, Samples.key(number)).verifierKey().format();
    }

    private static TrustPolicy parse(String file) {
        var keys = Map.of("LOG", LOG, "W1", W1, "W2", W2, "W3", witness(3), "W4", witness(4), "W5", witness(5));
        return TrustPolicy.parse(utf8(NAMED_KEY.matcher(file).replaceAll(name -> Matcher.quoteReplacement(keys.get(name.group())))));
    }

    private static String witness(int number) {
        return Samples.witness(number).verifierKey().format();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
