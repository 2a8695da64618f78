package mx.constancia.local.issuer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The latest authorizations, in memory: an authorization is needed only from the code to the token,
 * so the oldest may go, and the issuer's memory stays bounded however many tokens it hands out.
 */
final class RecentAuthorizations implements OAuth2AuthorizationService {

    private static final int KEPT = 1_000;

    private final OAuth2AuthorizationService memory = new InMemoryOAuth2AuthorizationService();
    private final Deque<String> oldestFirst = new ArrayDeque<>();

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        if (memory.findById(authorization.getId()) == null) {
            oldestFirst.addLast(authorization.getId());
        }
        memory.save(authorization);
        while (oldestFirst.size() > KEPT) {
            OAuth2Authorization oldest = memory.findById(oldestFirst.removeFirst());
            if (oldest != null) {
                memory.remove(oldest);
            }
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        memory.remove(authorization);
        oldestFirst.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return memory.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return memory.findByToken(token, tokenType);
    }
}
