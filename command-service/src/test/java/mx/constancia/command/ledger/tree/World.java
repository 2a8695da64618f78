package mx.constancia.command.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.entry.RestrictedSeal;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;

/** The log, the tables and the topic of a ledger in memory. A writer can be made to die at any write. */
final class World implements LedgerTables, LedgerOutlet {

    static final String ORIGIN = "constancia.test/ledger";
    static final Ed25519Key KEY = Ed25519Key.ofSeed("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    static final LogKeys KEYS = new LogKeys(ORIGIN, List.of(KEY));
    private static final String RESTRICTED = "{\"s\":1}";
    private static final RestrictedSeal SEAL = RestrictedSeal.of(RESTRICTED, "00".repeat(32));
    private static final String ENVELOPE =
            "{\"occurredOn\":\"2019-05-02\",\"agencyId\":\"segob\",\"visibility\":\"RESTRICTED\",\"causationId\":\"c\"}";

    final List<StoredEvent> log = new ArrayList<>();
    final Map<TileKey, Tile> tiles = new HashMap<>();
    final List<SignedTree> checkpoints = new ArrayList<>();
    final Map<String, byte[]> topic = new LinkedHashMap<>();
    int batch = 100;
    private int writesLeft = Integer.MAX_VALUE;
    int writes;

    record TileKey(int level, long index) {
    }

    /** The writer's process ended. */
    static final class Death extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    World dieAfter(int moreWrites) {
        writesLeft = moreWrites;
        return this;
    }

    World live() {
        return dieAfter(Integer.MAX_VALUE);
    }

    World grow(int events) {
        for (int i = 0; i < events; i++) {
            log.add(event(log.size(), "{\"number\":" + log.size() + "}"));
        }
        return this;
    }

    static StoredEvent event(long position, String publicPart) {
        return new StoredEvent(position, "event-" + position, "mechanism-a", position + 1, "test.noted.v1", Instant.EPOCH, ENVELOPE,
                publicPart, RESTRICTED, SEAL.digest(), SEAL.salt());
    }

    LedgerPorts ports() {
        return new LedgerPorts(this::readLog, this, this, Cosigning.none());
    }

    /** A new writer takes over, and works until nothing is left to do. */
    LedgerSession run() {
        LedgerSession session = LedgerSession.resume(ports(), KEYS);
        while (session.step().integrated() > 0) {
            continue;
        }
        return session;
    }

    List<StoredEvent> readLog(long position, int limit) {
        int from = 0;
        while (from < log.size() && log.get(from).position() < position) {
            from += Math.max(1, (int) (position - log.get(from).position()) / 2);
        }
        return List.copyOf(log.subList(from, Math.min(log.size(), from + Math.min(limit, batch))));
    }

    @Override
    public long logEnd() {
        return log.isEmpty() ? 0 : log.getLast().position() + 1;
    }

    @Override
    public Optional<SignedTree> lastSigned() {
        return checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.getLast());
    }

    @Override
    public Tile read(TileId id) {
        Tile stored = tiles.get(new TileKey(id.level(), id.index()));
        if (stored == null || stored.id().width() < id.width()) {
            throw new LedgerAlarm(id.index(), "no " + id.path());
        }
        return stored.narrowed(id.width());
    }

    @Override
    public void save(List<Tile> changed, SignedTree signed) {
        write();
        changed.forEach(tile -> tiles.put(new TileKey(tile.id().level(), tile.id().index()), tile));
        checkpoints.add(signed);
        write();
    }

    @Override
    public Optional<SignedCheckpoint> lastPublished() {
        return Optional.ofNullable(topic.get(LedgerFile.CHECKPOINT)).map(SignedCheckpoint::parse);
    }

    @Override
    public void publish(List<LedgerFile> files) {
        for (LedgerFile file : files) {
            write();
            topic.put(file.key(), file.bytes());
            if (file.key().equals(LedgerFile.CHECKPOINT)) {
                Served.of(topic).requireWhole();
            }
        }
        write();
    }

    private void write() {
        if (writesLeft-- <= 0) {
            throw new Death();
        }
        writes++;
    }
}
