package mx.constancia.local.issuer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demo users of {@code demo-users.yaml}, in the order of the file. */
public final class DemoUsers {

    private final Map<String, DemoUser> byName = new LinkedHashMap<>();

    private DemoUsers(List<DemoUser> users) {
        for (DemoUser user : users) {
            if (byName.put(user.user(), user) != null) {
                throw new IllegalArgumentException("demo-users.yaml names " + user.user() + " twice");
            }
        }
    }

    /** Reads the users from the class path. */
    public static DemoUsers load() {
        try (InputStream yaml = DemoUsers.class.getResourceAsStream("/demo-users.yaml")) {
            return new DemoUsers(new YAMLMapper().readValue(yaml, new TypeReference<List<DemoUser>>() { }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user of this name, if there is one. */
    public Optional<DemoUser> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All user names. */
    public Set<String> names() {
        return byName.keySet();
    }
}
