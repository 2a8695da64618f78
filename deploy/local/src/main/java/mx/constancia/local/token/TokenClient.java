package mx.constancia.local.token;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.constancia.local.token.TokenException.Reason;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs a demo user in and returns its access token, by the authorization code flow with PKCE that a browser would go through.
 *
 * <p>Each call is a browser of its own: no session is shared between users.
 */
public final class TokenClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CLIENT = "constancia-cli";
    private static final String REDIRECT = "http://127.0.0.1/cli";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI issuer;

    /** A client of the issuer at this address, such as {@code http://localhost:8080}. */
    public TokenClient(URI issuer) {
        this.issuer = issuer;
    }

    /**
     * Returns an access token (a JWT) for a user.
     *
     * @throws TokenException if the issuer is not reachable or refuses
     */
    public String accessToken(String user, String password) throws TokenException, InterruptedException {
        ProofKey proof = ProofKey.random();
        try (HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build()) {
            URI signIn = redirect(get(browser, authorize(proof)), "the issuer did not ask to sign in");
            URI signedIn = signIn(browser, signIn, user, password);
            URI answer = redirect(get(browser, signedIn), "the issuer gave no authorization code");
            return token(browser, code(answer, proof), proof);
        } catch (IOException e) {
            throw new TokenException(Reason.UNREACHABLE, "the issuer at " + issuer + " does not answer: is Constancia running?");
        }
    }

    private URI authorize(ProofKey proof) {
        return issuer.resolve("/oauth2/authorize?" + form(Map.of(
            "response_type", "code", "client_id", CLIENT, "redirect_uri", REDIRECT, "scope", "openid",
            "state", proof.state(), "code_challenge", proof.challenge(), "code_challenge_method", "S256")));
    }

    private URI signIn(HttpClient browser, URI page, String user, String password)
            throws IOException, InterruptedException, TokenException {
        Matcher csrf = CSRF.matcher(get(browser, page).body());
        if (!csrf.find()) {
            throw new TokenException(Reason.REFUSED, "no sign-in form at " + page);
        }
        URI next = redirect(post(browser, page, Map.of("username", user, "password", password, "_csrf", csrf.group(1))),
            "the issuer did not sign " + user + " in");
        if (next.getPath().equals(page.getPath())) {
            throw new TokenException(Reason.REFUSED, "the issuer refused the user name or password of " + user);
        }
        return next;
    }

    private String code(URI answer, ProofKey proof) throws TokenException {
        var parameters = UriComponentsBuilder.fromUri(answer).build().getQueryParams();
        String code = parameters.getFirst("code");
        if (code == null || !proof.state().equals(parameters.getFirst("state"))) {
            throw new TokenException(Reason.REFUSED, "the issuer gave no authorization code");
        }
        return code;
    }

    private String token(HttpClient browser, String code, ProofKey proof) throws IOException, InterruptedException, TokenException {
        HttpResponse<String> answer = post(browser, issuer.resolve("/oauth2/token"), Map.of(
            "grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT,
            "client_id", CLIENT, "code_verifier", proof.verifier()));
        if (answer.statusCode() != 200) {
            throw new TokenException(Reason.REFUSED, "the issuer refused the authorization code: " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body()).required("access_token").asString();
    }

    private static URI redirect(HttpResponse<String> answer, String otherwise) throws TokenException {
        String location = answer.headers().firstValue("Location").orElseThrow(
            () -> new TokenException(Reason.REFUSED, otherwise + " (status " + answer.statusCode() + ")"));
        return answer.uri().resolve(location);
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient browser, URI address, Map<String, String> fields)
            throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))).build(), BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + '=' + encode(field.getValue(), UTF_8)).collect(joining("&"));
    }
}
