package mx.constancia.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import mx.constancia.local.token.TokenClient;
import mx.constancia.local.token.TokenException;
import mx.constancia.local.token.TokenException.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.test.util.TestSocketUtils;

class IssuerIT {

    @TempDir
    static Path directory;

    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String ADDRESS = IssuerApplication.address(PORT);
    private static ConfigurableApplicationContext issuer;

    @BeforeAll
    static void start() {
        issuer = IssuerApplication.start(PORT, directory);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void aTokenSaysWhoItsBearerIs() throws Exception {
        Jwt token = decoder().decode(tokenOf("presidencia-st"));

        assertThat(token.getIssuer()).hasToString(ADDRESS);
        assertThat(token.getSubject()).isEqualTo("presidencia-st");
        assertThat(token.getAudience()).containsExactly("constancia");
        assertThat(token.getClaimAsString("agency")).isEqualTo("presidencia");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("TECHNICAL_SECRETARY");
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anOfficeOfNoAgencyHasNoAgencyClaim() throws Exception {
        Jwt token = decoder().decode(tokenOf("admin"));

        assertThat(token.getClaims()).doesNotContainKey("agency");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("OPERATOR");
    }

    @Test
    void everyDemoUserGetsAToken() throws Exception {
        for (String user : DemoUsers.load().names()) {
            assertThat(decoder().decode(tokenOf(user)).getSubject()).isEqualTo(user);
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatExceptionOfType(TokenException.class)
            .isThrownBy(() -> new TokenClient(URI.create(ADDRESS)).accessToken("udp", "wrong"))
            .withMessage("the issuer refused the user name or password of udp")
            .extracting(TokenException::reason).isEqualTo(Reason.REFUSED);
    }

    @Test
    void anUnknownUserIsRefusedInTheSameWords() {
        assertThatExceptionOfType(TokenException.class)
            .isThrownBy(() -> new TokenClient(URI.create(ADDRESS)).accessToken("nobody", "nobody"))
            .withMessage("the issuer refused the user name or password of nobody");
    }

    @Test
    void anIssuerThatIsAwayIsReportedAsSuch() {
        URI away = URI.create(IssuerApplication.address(TestSocketUtils.findAvailableTcpPort()));

        assertThatExceptionOfType(TokenException.class)
            .isThrownBy(() -> new TokenClient(away).accessToken("udp", "udp"))
            .extracting(TokenException::reason).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void aCodeWithoutProofOfPossessionIsNotGiven() throws Exception {
        URI noChallenge = URI.create(ADDRESS + "/oauth2/authorize?response_type=code&client_id=constancia-cli&scope=openid&state=x"
            + "&redirect_uri=http://127.0.0.1/cli");

        assertThat(location(noChallenge)).contains("error=invalid_request").contains("code_challenge");
    }

    @Test
    void aRedirectToAnotherAddressIsNotFollowed() throws Exception {
        URI elsewhere = URI.create(ADDRESS + "/oauth2/authorize?response_type=code&client_id=constancia-cli&scope=openid&state=x"
            + "&redirect_uri=http://elsewhere.example/cli");

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(HttpRequest.newBuilder(elsewhere).build(), BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aTokenOutlivesARestart(@TempDir Path kept) throws Exception {
        int port = TestSocketUtils.findAvailableTcpPort();
        String token;
        try (var first = IssuerApplication.start(port, kept)) {
            token = new TokenClient(URI.create(IssuerApplication.address(port))).accessToken("segob", "segob");
        }

        try (var second = IssuerApplication.start(port, kept)) {
            assertThat(JwtDecoders.fromIssuerLocation(IssuerApplication.address(port)).decode(token).getSubject()).isEqualTo("segob");
        }
    }

    @Test
    void theSigningKeyIsForItsOwnerOnly() throws Exception {
        Path file = directory.resolve("signing-key.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aDamagedKeyFileIsNotReplacedInSilence(@TempDir Path damaged) throws Exception {
        Path file = Files.writeString(damaged.resolve("signing-key.json"), "{");

        assertThatThrownBy(() -> SigningKey.loadOrCreate(damaged)).hasMessageContaining("restore or remove the file");
        assertThat(file).hasContent("{");
    }

    @Test
    void theIssuerAnswersOnTheLoopbackAddressOnly() {
        assertThat(issuer.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    private static String tokenOf(String user) throws Exception {
        return new TokenClient(URI.create(ADDRESS)).accessToken(user, user);
    }

    private static JwtDecoder decoder() {
        return JwtDecoders.fromIssuerLocation(ADDRESS);
    }

    private static String location(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).header("Accept", "text/html").build(), BodyHandlers.discarding())
                .headers().firstValue("Location").orElse("");
        }
    }
}
