package mx.constancia.auditor.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import mx.constancia.auditor.source.EventLine;
import mx.constancia.auditor.source.FolderEvents;
import mx.constancia.events.Actor;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventJson;
import mx.constancia.events.EventTypes;
import mx.constancia.events.Evidence;
import mx.constancia.events.LegalBasis;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.events.entry.RestrictedSeal;
import mx.constancia.events.mechanism.DirectInvitationIssued;
import mx.constancia.events.mechanism.MechanismProposed;
import mx.constancia.events.mechanism.SessionConvened;
import mx.constancia.events.mechanism.SessionHeld;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.NoteSigner;
import mx.constancia.ledger.proof.Receipt;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileHashReader;
import mx.constancia.ledger.tiles.TreeGrowth;

/** A log of mechanisms whose lives advance in turn, and its files; what it writes, an honest writer would write. */
public final class SampleLog {

    public static final int MECHANISMS = 3;

    private static final Instant BEGAN = Instant.parse("2026-01-05T15:00:00Z");

    private final String season;
    private final List<StoredEvent> events = new ArrayList<>();

    private SampleLog(String season) {
        this.season = season;
    }

    /** A log of so many events. */
    public static SampleLog of(int size) {
        return new SampleLog("2026").grown(size);
    }

    /** Another history of the same mechanisms. */
    public static SampleLog anotherOf(int size) {
        return new SampleLog("2027").grown(size);
    }

    /** The id of a mechanism, from 0. */
    public static String mechanism(int number) {
        return "consejo-" + number;
    }

    /** The same log when it has so many events. */
    public SampleLog grown(int size) {
        while (events.size() < size) {
            events.add(event(events.size()));
        }
        return this;
    }

    public List<StoredEvent> events() {
        return List.copyOf(events);
    }

    public StoredEvent event(int position) {
        if (position < events.size()) {
            return events.get(position);
        }
        int step = position / MECHANISMS;
        String mechanism = mechanism(position % MECHANISMS);
        return stored(position, StreamId.ofMechanism(mechanism), step + 1, switch (step == 0 ? 0 : 1 + step % 3) {
            case 0 -> new MechanismProposed(mechanism, "segob", "FEDERAL_AGENCY", "Consejo de muestra " + season,
                    List.of("Ley de Planeación, art. 20"), "doc-analisis", "doc-diagnostico", null);
            case 1 -> new DirectInvitationIssued("I-" + step, "academia-" + step, "ACADEMIC", null, "MEMBER", "person:" + step,
                    "El mecanismo lo requiere", null);
            case 2 -> new SessionConvened("S-" + step, "ORDINARY", step + "/" + season, day(step), "Sala de juntas", null,
                    List.of("Lista de asistencia"), List.of(), day(step), 12);
            default -> new SessionHeld("S-" + step, "ORDINARY", step + "/" + season, "Sala de juntas", List.of(), List.of(), 12, true, false);
        });
    }

    /** The entry of the event at a position. */
    public byte[] entry(long position) {
        return LedgerEntry.of(event((int) position)).bytes();
    }

    /** The files of the log as it has been at each of these sizes, the last of which is signed. */
    public Map<String, byte[]> files(NoteSigner signer, int... sizes) {
        Map<String, byte[]> files = new TreeMap<>();
        RightEdge edge = RightEdge.empty();
        for (int size : sizes) {
            grown(size);
            for (BundleId id : new TreeGrowth(edge.size(), size).bundles()) {
                files.put(id.path(), EntryBundle.of(id, LongStream.range(0, id.width()).mapToObj(i -> entry(id.index() * 256 + i)).toList()).bytes());
            }
            var hasher = new TreeHasher();
            RightEdge.Appended appended = edge.append(LongStream.range(edge.size(), size).mapToObj(i -> hasher.leaf(entry(i))).toList());
            appended.tiles().forEach(tile -> files.put(tile.id().path(), tile.bytes()));
            edge = appended.edge();
        }
        files.put(SignedCheckpoint.PATH, SignedCheckpoint.sign(new Checkpoint(Keys.ORIGIN, edge.size(), edge.root()), List.of(signer)).bytes());
        files.put("vkey", (signer.verifierKey().format() + "\n").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** The files of a log that signed just these events. */
    public static Map<String, byte[]> filesOf(List<StoredEvent> events) {
        SampleLog log = new SampleLog("");
        log.events.addAll(events);
        return log.files(Keys.log(), events.size());
    }

    /** The receipt of an event, from the files of the log. */
    public static byte[] receipt(Map<String, byte[]> files, StoredEvent event) {
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(files.get(SignedCheckpoint.PATH));
        long size = checkpoint.unverified().size();
        var proofs = new ProofBuilder(new TileHashReader(id -> Tile.parse(id, files.get(id.path())), size));
        String extra = Base64.getEncoder().encodeToString(LedgerEntry.of(event).bytes());
        return new Receipt(proofs.inclusion(event.position(), size), extra, checkpoint).bytes();
    }

    /** Writes log and events into a folder, as an export does. */
    public void exportTo(Path folder, int... sizes) {
        files(Keys.log(), sizes).forEach((path, bytes) -> write(folder.resolve(path), bytes));
        LongStream.range(0, events.size()).mapToObj(position -> FolderEvents.file(folder, position)).distinct().forEach(SampleLog::delete);
        for (StoredEvent event : events) {
            append(FolderEvents.file(folder, event.position()), new String(EventLine.format(event), StandardCharsets.UTF_8) + "\n");
        }
    }

    private LocalDate day(int step) {
        return LocalDate.of(2026, 1, 5).plusDays(step);
    }

    private StoredEvent stored(int position, String stream, long version, DomainEvent event) {
        EventCodec.Parts parts = EventCodec.encode(event);
        Envelope envelope = new Envelope(day((int) version), "America/Mexico_City", "segob", new Actor("oficial-1", "RESPONSIBLE_UNIT", "segob"),
                null, "SEGOB-2017", List.of("G-12"), "LIVE", List.of(new LegalBasis("SEGOB-2017", "G-12")),
                List.of(new Evidence("doc-" + position, "0".repeat(64), "PUBLIC")), null, parts.visibility(), "correlation-" + position,
                "command-" + position, null, List.of());
        RestrictedSeal seal = parts.restrictedPart() == null ? null : RestrictedSeal.of(parts.restrictedPart(), "%064x".formatted(position));
        return new StoredEvent(position, season + "-event-" + position, stream, version, EventTypes.nameOf(event.getClass()),
                BEGAN.plusSeconds(position), EventCodec.encode(envelope), parts.publicPart(), parts.restrictedPart(),
                seal == null ? null : seal.digest(), seal == null ? null : seal.salt());
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
