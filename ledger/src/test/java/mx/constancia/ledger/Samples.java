package mx.constancia.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mx.constancia.ledger.cosignature.CosignatureSigner;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.note.Ed25519NoteSigner;

/** Known entries and public test keys. */
public final class Samples {

    public static final String ORIGIN = "example.org/mecanismos";
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** The leaves of the Certificate Transparency test vectors. */
    public static final List<byte[]> CT_ENTRIES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    /** Roots of the trees of the first 0 to 8 of these leaves. */
    public static final List<Hash> CT_ROOTS = Stream.of(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
            .map(hex -> Hash.of(HexFormat.of().parseHex(hex)))
            .toList();

    private Samples() {
    }

    /** The key whose seed is 32 bytes that count up from {@code first}; public, for tests only. */
    public static Ed25519Key key(int first) {
        var seed = new byte[Ed25519Key.SEED_SIZE];
        IntStream.range(0, seed.length).forEach(i -> seed[i] = (byte) (first + i));
        return Ed25519Key.ofSeed(seed);
    }

    public static Ed25519NoteSigner log() {
        return new Ed25519NoteSigner(ORIGIN, key(0));
    }

    public static CosignatureSigner witness(int number) {
        return new CosignatureSigner("witness.example/" + number, key(number), InstantSource.fixed(NOON));
    }

    /** The hash of leaf number {@code i}, whose entry is its number in decimal. */
    public static Hash leaf(long i) {
        return new TreeHasher().leaf(entry(i));
    }

    public static byte[] entry(long i) {
        return Long.toString(i).getBytes(StandardCharsets.US_ASCII);
    }
}
