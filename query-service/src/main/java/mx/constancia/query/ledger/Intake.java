package mx.constancia.query.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.tiles.TileHashReader;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Takes records of the ledger's topic into the store. Taking one again changes nothing. What was published stays: a file that
 * contradicts it, and a checkpoint that does not continue it, are refused and raise an {@link Alarm}.
 */
final class Intake {

    /** Nothing was read. */
    static final long BEGINNING = -1;

    private static final String PROGRESS = "progress";

    private final ViewStore store;
    private final @Nullable LogKeys pinned;
    private final Clock clock;

    /** @param pinned the only keys that are trusted; absent when those that the topic names first are */
    Intake(ViewStore store, @Nullable LogKeys pinned, Clock clock) {
        this.store = store;
        this.pinned = pinned;
        this.clock = clock;
    }

    /**
     * What became of a batch.
     *
     * @param next    offset to read on at, {@link #BEGINNING} when nothing is stored
     * @param alarms  what it raised
     * @param missing file for which the newest checkpoint waits
     */
    record Taken(long next, List<Alarm> alarms, Optional<String> missing) {
    }

    /** The stored progress. */
    long next() {
        return next(Optional.ofNullable(store.find(View.LEDGER, List.of(PROGRESS)).get(PROGRESS)));
    }

    /**
     * Takes a batch.
     *
     * @param from the stored progress at which it was read; when it is another one meanwhile, nothing is taken
     * @throws mx.constancia.query.store.ConcurrentChangeException when the batch has to be taken again
     */
    Taken take(long from, List<LedgerRecord> records) {
        Set<String> ids = new HashSet<>(Alarm.IDS);
        ids.addAll(List.of(PROGRESS, Published.ID, LogKeys.ID));
        records.forEach(read -> ids.add(read.key()));
        Draft draft = new Draft(store, ids);
        long stored = next(draft.get(PROGRESS));
        if (stored != from) {
            return new Taken(stored, List.of(), Optional.empty());
        }
        Batch batch = new Batch(draft);
        records.forEach(batch::take);
        long next = records.getLast().offset() + 1;
        draft.write(new Document("_id", PROGRESS).append("next", next));
        return new Taken(next, batch.alarms, batch.missing);
    }

    private static long next(Optional<Document> progress) {
        return progress.map(document -> document.getLong("next")).orElse(BEGINNING);
    }

    private final class Batch {

        private final Draft draft;
        private final LedgerFiles files;
        private final List<Alarm> alarms = new ArrayList<>();
        private Optional<String> missing = Optional.empty();

        Batch(Draft draft) {
            this.draft = draft;
            this.files = new LedgerFiles(draft);
        }

        void take(LedgerRecord read) {
            try {
                switch (read.key()) {
                    case LogKeys.ID -> keys(read.value());
                    case Published.ID -> checkpoint(read);
                    default -> file(LedgerFile.of(read.key(), read.value()));
                }
            } catch (FileMissingException e) {
                missing = Optional.of(String.valueOf(e.getMessage()));
            } catch (AlarmException e) {
                raise(read, e.kind(), e.position(), e.getMessage());
            } catch (MalformedException e) {
                raise(read, Alarm.Kind.MALFORMED, null, "The record of the key \"" + read.key() + "\" is not of its format: " + e.getMessage());
            } catch (UnverifiedException e) {
                raise(read, Alarm.Kind.UNSIGNED, null, "The checkpoint is not the log's: " + e.getMessage());
            }
        }

        private void raise(LedgerRecord read, Alarm.Kind kind, @Nullable Long position, @Nullable String message) {
            Alarm alarm = new Alarm(kind, position, String.valueOf(message), clock.instant().truncatedTo(ChronoUnit.MILLIS), read.value());
            alarms.add(alarm);
            if (draft.get(Alarm.id(kind)).isEmpty()) {
                draft.set(alarm.document());
            }
        }

        private void keys(byte[] value) {
            LogKeys next = LogKeys.parse(value);
            Optional<LogKeys> known = LogKeys.of(draft.get(LogKeys.ID));
            if (next.keys().isEmpty() || known.isPresent() && !known.get().shares(next) || pinned != null && !pinned.shares(next)) {
                throw new AlarmException(Alarm.Kind.KEY_CHANGED, null, "None of the log's known keys is among those that it names now");
            }
            draft.set(LogKeys.document(value));
        }

        private void file(LedgerFile next) {
            String key = LedgerFile.key(next.path());
            LedgerFile stored = draft.get(key).map(LedgerFile::of).orElse(null);
            if (stored == null || stored.isBeginningOf(next)) {
                draft.set(next.document());
            } else if (!next.isBeginningOf(stored)) {
                int published = Coverage.width(next.path(), published().map(Published::size).orElse(0L));
                OptionalLong contradiction = stored.contradiction(next, published);
                if (contradiction.isPresent()) {
                    throw new AlarmException(Alarm.Kind.ALTERED, contradiction.getAsLong(),
                            "The file " + key + " is not the one that was published");
                }
                // Nobody vouched for what was there beyond the published part.
                draft.set(next.document());
            }
        }

        private void checkpoint(LedgerRecord read) {
            LogKeys keys = pinned != null ? pinned
                    : LogKeys.of(draft.get(LogKeys.ID)).orElseThrow(() -> new FileMissingException(LogKeys.ID));
            SignedCheckpoint signed = SignedCheckpoint.parse(read.value());
            Checkpoint next = keys.verify(signed);
            Published before = published().orElse(null);
            if (before == null || next.size() > before.size()) {
                new GrowthCheck(files).check(before == null ? null : before.signed().unverified(), next);
                publish(signed, read);
            } else if (!rootAt(next.size(), before).equals(next.root())) {
                throw new AlarmException(Alarm.Kind.FORKED, null, "The signed checkpoint of " + next.size()
                        + " entries belongs to another history than the published one of " + before.size());
            } else if (next.size() == before.size()) {
                if (signed.note().signatures().size() >= before.signed().note().signatures().size()) {
                    publish(signed, read);
                }
            } else if (read.offset() > before.offset()) {
                throw new AlarmException(Alarm.Kind.SHRUNK, next.size(), "A later checkpoint has " + next.size()
                        + " entries, the published one " + before.size());
            }
        }

        private Hash rootAt(long size, Published published) {
            return new ProofBuilder(new TileHashReader(files, published.size())).root(size);
        }

        private void publish(SignedCheckpoint signed, LedgerRecord read) {
            missing = Optional.empty();
            draft.set(new Published(signed, read.offset(), clock.instant().truncatedTo(ChronoUnit.MILLIS)).document());
        }

        private Optional<Published> published() {
            return draft.get(Published.ID).map(Published::of);
        }
    }
}
