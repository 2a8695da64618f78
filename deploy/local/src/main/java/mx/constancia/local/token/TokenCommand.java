package mx.constancia.local.token;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import mx.constancia.local.Addresses;
import mx.constancia.local.issuer.DemoUser;
import mx.constancia.local.issuer.DemoUsers;
import mx.constancia.local.token.TokenException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * {@code token [--issuer URL | --data DIR] USER}: prints an access token of a demo user and nothing else.
 *
 * <p>Exit codes: 0 printed, 2 wrong usage, 3 unknown user, 4 issuer not reachable, 5 refused by the issuer.
 */
public final class TokenCommand {

    private static final String USAGE = "usage: token [--issuer URL | --data DIR] USER";

    private @Nullable String issuer;
    private Path data = Path.of("deploy", "local", "data");
    private @Nullable String user;

    private TokenCommand(String... arguments) throws TokenException {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--issuer" -> issuer = value(arguments, ++i);
                case "--data" -> data = Path.of(value(arguments, ++i));
                case String option when option.startsWith("-") -> throw new TokenException(Reason.USAGE, USAGE);
                case String name -> user = name;
            }
        }
    }

    /** Runs the command and ends the process. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            System.out.println(new TokenCommand(arguments).token());
        } catch (TokenException e) {
            System.err.println(e.getMessage());
            System.exit(e.reason().exitCode());
        }
    }

    private String token() throws TokenException, IOException, InterruptedException {
        if (user == null) {
            throw new TokenException(Reason.USAGE, USAGE);
        }
        DemoUsers users = DemoUsers.load();
        DemoUser found = users.find(user).orElseThrow(() -> new TokenException(
            Reason.UNKNOWN_USER, "no demo user " + user + "; there are " + String.join(", ", users.names())));
        return new TokenClient(issuer()).accessToken(found.user(), found.password());
    }

    private URI issuer() throws TokenException, IOException {
        if (issuer == null) {
            issuer = Addresses.read(data).map(Addresses::issuer).orElseThrow(() -> new TokenException(
                Reason.UNREACHABLE, "nothing was started on " + data + ": run deploy/local/run first, or give --issuer URL"));
        }
        if (!issuer.matches("https?://[^\\s/]+/?")) {
            throw new TokenException(Reason.USAGE, "not the address of an issuer: " + issuer);
        }
        return URI.create(issuer);
    }

    private static String value(String[] arguments, int index) throws TokenException {
        if (index == arguments.length) {
            throw new TokenException(Reason.USAGE, USAGE);
        }
        return arguments[index];
    }
}
