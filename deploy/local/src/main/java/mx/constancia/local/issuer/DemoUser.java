package mx.constancia.local.issuer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office that can sign in to the local default.
 *
 * @param user     the user name, and the subject of its tokens
 * @param password for demonstrations only, public in this repository
 * @param title    the office's name as people read it
 * @param agency   the agency that the office acts for, or null for one that acts for none
 * @param roles    role codes as the services know them
 */
public record DemoUser(String user, String password, String title, @Nullable String agency, List<String> roles) {

    public DemoUser {
        roles = List.copyOf(roles);
    }
}
