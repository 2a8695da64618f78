package mx.constancia.query.http;

import java.time.Duration;

import org.springframework.http.CacheControl;

/** How long answers that do not change may be kept without asking again; all others are asked for again by their entity tags. */
public final class Caching {

    /** A file that has a version in its name. */
    public static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    /** What has happened, as this build shows it to everyone. */
    public static final CacheControl PAST = CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable();

    private Caching() {
    }
}
