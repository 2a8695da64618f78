package mx.constancia.query.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.tiles.TilePath;
import mx.constancia.query.http.Caching;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as static files (c2sp.org/tlog-tiles), for any verifier. */
@RestController
class LedgerController {

    static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private static final CacheControl SECONDS = CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The signed tree head. */
    @GetMapping(path = "/ledger/" + SignedCheckpoint.PATH, produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> checkpoint() {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(SECONDS).body(published().signed().bytes());
    }

    /** The keys that verify it, one a line. */
    @GetMapping(path = "/ledger/" + LogKeys.ID, produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> keys() {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(SECONDS).body(ledger.keys().orElseThrow(LedgerController::notPublished));
    }

    /** A tile, or a bundle of entries. */
    @GetMapping(path = "/ledger/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> file(@PathVariable String path) {
        TilePath file;
        try {
            file = TilePath.parse("tile" + path);
        } catch (MalformedException e) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "The path is not that of a tile or a bundle of entries: " + e.getMessage() + ".")
                    .with("parameter", "path");
        }
        Published published = published();
        byte[] bytes = ledger.file(file, published).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND,
                "The published tree of " + published.size() + " entries has no file " + file.path() + ".").with("size", published.size()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(Caching.FOR_EVER).body(bytes);
    }

    /**
     * Proof that the log only grew between two sizes (RFC 6962 section 2.1.2).
     *
     * @param from   size of the smaller tree
     * @param to     size of the larger tree
     * @param hashes in base64
     */
    record Consistency(long from, long to, List<String> hashes) {
    }

    /** A consistency proof; {@code to} is the published size when it is absent. */
    @GetMapping(path = "/ledger/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Consistency> consistency(@RequestParam long from, @RequestParam @Nullable Long to) {
        long size = published().size();
        long until = to == null ? size : to;
        if (until > size) {
            throw new Problem(ProblemType.BEYOND_THE_HEAD, "The published tree has " + size + " entries.").with("parameter", "to").with("size", size);
        }
        if (from < 0 || from > until) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter from takes a size from 0 to " + until + ".").with("parameter", "from");
        }
        List<String> hashes = ledger.consistency(from, until).hashes().stream().map(Hash::base64).toList();
        return ResponseEntity.ok().cacheControl(to == null ? SECONDS : Caching.FOR_EVER).body(new Consistency(from, until, hashes));
    }

    private Published published() {
        return ledger.published().orElseThrow(LedgerController::notPublished);
    }

    private static Problem notPublished() {
        return new Problem(ProblemType.NOT_PUBLISHED_YET, "The ledger has not published a checkpoint yet.");
    }
}
