package mx.constancia.auditor.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import mx.constancia.events.Topics;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.tiles.TilePath;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The files of a log from the topic that the ledger writer publishes them to. The topic is read once, into a folder of its own,
 * because its records are found by offset and not by path; the folder goes when this is closed.
 */
public final class KafkaFiles implements LedgerFiles {

    private final String name;
    private final Path folder;
    private final FolderFiles files;

    private KafkaFiles(String name, Path folder) {
        this.name = name;
        this.folder = folder;
        this.files = new FolderFiles(folder);
    }

    /** Reads the topic up to what is its end now. */
    public static KafkaFiles read(Kafka kafka) {
        String name = "kafka://" + kafka.bootstrap() + "/" + Topics.LEDGER;
        KafkaFiles read;
        try {
            read = new KafkaFiles(name, Files.createTempDirectory("constancia-audit-"));
        } catch (IOException e) {
            throw new SourceException(name, e);
        }
        try (Consumer<byte[], byte[]> consumer = kafka.consumer(Topics.LEDGER)) {
            read.readAll(consumer);
            return read;
        } catch (IOException | KafkaException e) {
            read.close();
            throw new SourceException(name, e);
        } catch (SourceException e) {
            read.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int readersAtOnce() {
        return files.readersAtOnce();
    }

    @Override
    public Optional<byte[]> find(String path, int limit) {
        return files.find(path, limit);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll(Consumer<byte[], byte[]> consumer) throws IOException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long until = System.nanoTime() + Limits.STALLED.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> row : consumer.poll(Kafka.POLL)) {
                keep(row.key(), row.value());
                until = System.nanoTime() + Limits.STALLED.toNanos();
            }
            if (System.nanoTime() > until) {
                throw new SourceException(name, "nothing comes any more");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptException("interrupted");
            }
        }
    }

    private void keep(byte @Nullable [] key, byte @Nullable [] value) throws IOException {
        String path = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        if (!isFile(path)) {
            throw new SourceException(name, "a record is not a file of a log: \"" + path + "\"");
        }
        Path file = folder.resolve(path);
        if (value == null) {
            Files.deleteIfExists(file);
            return;
        }
        if (value.length > Limits.BUNDLE) {
            throw new SourceException(name, path + " is longer than " + Limits.BUNDLE + " bytes");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, value);
    }

    /** The canonical form of a path only, which leads nowhere else. */
    private static boolean isFile(String path) {
        if (path.equals(SignedCheckpoint.PATH) || path.equals(LedgerReader.KEYS)) {
            return true;
        }
        try {
            return TilePath.parse(path).isFull();
        } catch (MalformedException e) {
            return false;
        }
    }
}
