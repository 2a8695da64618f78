package mx.constancia.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import mx.constancia.ledger.LedgerException;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final String VKEY = "example.org/mecanismos+fd99dbb9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    @Test
    void theTestSeedHasItsVerifierKey() {
        assertThat(Samples.log().verifierKey().format()).isEqualTo(VKEY);
        assertThat(VerifierKey.parse(VKEY)).isEqualTo(Samples.log().verifierKey());
        assertThat(VerifierKey.parse(VKEY).id()).hasToString("example.org/mecanismos+fd99dbb9");
    }

    @Test
    void theKeysOfTheGoPackageAreRead() {
        String skey = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
        String vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

        assertThat(SignerKeys.parse(skey).verifierKey().format()).isEqualTo(vkey);
    }

    @Test
    void aSignerKeyLeadsBackToItsKey() {
        String skey = SignerKeys.format(Samples.ORIGIN, Samples.key(0));

        assertThat(SignerKeys.parse(skey).verifierKey().format()).isEqualTo(VKEY);
    }

    @Test
    void aKeyFromAPkcs8FileIsTheSameKey() throws GeneralSecurityException {
        Ed25519Key generated = Ed25519Key.generate();
        var pkcs8 = new PKCS8EncodedKeySpec(generated.privateKey().getEncoded());

        Ed25519Key read = Ed25519Key.of(KeyFactory.getInstance("Ed25519").generatePrivate(pkcs8));

        assertThat(read.publicKey()).isEqualTo(generated.publicKey()).isNotEqualTo(Ed25519Key.generate().publicKey());
        assertThat(new Ed25519PublicKey(generated.publicKey()).verifies(new byte[] {1}, read.sign(new byte[] {1}))).isTrue();
    }

    @Test
    void aPrivateKeyOfAnotherAlgorithmIsRefused() throws GeneralSecurityException {
        var other = KeyPairGenerator.getInstance("X25519").generateKeyPair().getPrivate();

        assertThatThrownBy(() -> Ed25519Key.of(other)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Ed25519Key.ofSeed(new byte[31])).isInstanceOf(MalformedException.class);
    }

    @Test
    void theSameKeyHasAnotherIdForEachWayOfSigning() {
        byte[] publicKey = Samples.key(0).publicKey();

        assertThat(KeyId.of(Samples.ORIGIN, SignatureType.ED25519, publicKey).hex()).isEqualTo("fd99dbb9");
        assertThat(KeyId.of(Samples.ORIGIN, SignatureType.COSIGNATURE_V1, publicKey).hex()).isEqualTo("6c0b2d12");
        assertThatThrownBy(() -> VerifierKey.parse(VKEY).ed25519(SignatureType.COSIGNATURE_V1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "+", "++", "name", "name+fd99dbb9",
        "example.org/otro+fd99dbb9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "example.org/mecanismos+FD99DBB9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "example.org/mecanismos+fd99dbb8+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "example.org/mecanismos+fd99dbb9+AgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "example.org/mecanismos+fd99dbb9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVQ==",
        "example.org/mecanismos+fd99dbb9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4\n",
        "example.org/mecanismos+fd99dbb9+", "example.org/mecanismos+fd99dbb9+AQ==", "example.org/mecanismos+fd99dbb9+!",
        "example.org mecanismos+fd99dbb9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
    })
    void anythingButAVerifierKeyIsRefused(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aFaultySignerKeyIsRefusedWithoutBeingRepeated() {
        String skey = SignerKeys.format(Samples.ORIGIN, Samples.key(0));

        for (String faulty : new String[] {"", "PRIVATE+KEY+", skey.substring(1), skey + "=", skey.replace("fd99dbb9", "fd99dbb8")}) {
            assertThatThrownBy(() -> SignerKeys.parse(faulty))
                    .isInstanceOf(MalformedException.class)
                    .message().doesNotContain(skey.substring(skey.length() - 20));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\u3000", "a\u0085", "a\n", "a\t", "a\u0001", "\ud800"})
    void aKeyNameHasNoSpacePlusOrControlCharacter(String name) {
        assertThatThrownBy(() -> new KeyId(name, 0)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aKeyNameMayBeInAnyLanguage() {
        assertThat(new KeyId("participación.example/ñ", 1)).hasToString("participación.example/ñ+00000001");
    }

    @Property(tries = 300)
    void noBytesCrashAVerification(@ForAll @Size(32) byte[] publicKey, @ForAll byte[] signature) {
        try {
            assertThat(new Ed25519PublicKey(publicKey).verifies(new byte[] {1}, signature)).isFalse();
        } catch (LedgerException e) {
            assertThat(e).hasMessageContaining("Ed25519 public key");
        }
        assertThat(new Ed25519PublicKey(Samples.key(0).publicKey()).verifies(new byte[] {1}, signature)).isFalse();
    }

    @Property(tries = 2000)
    void noTextCrashesTheParserOfKeys(@ForAll String text) {
        for (String key : new String[] {text, "a+fd99dbb9+" + text, VKEY + text, text + VKEY}) {
            try {
                assertThat(VerifierKey.parse(key).format()).isEqualTo(key);
            } catch (MalformedException e) {
                assertThat(e.format()).isNotEmpty();
            }
        }
    }
}
