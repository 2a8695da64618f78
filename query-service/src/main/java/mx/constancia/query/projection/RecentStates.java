package mx.constancia.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What this reader has written last of each stream, so that it need not be read for the next batch. The documents stay the
 * truth: a state is used only for the events that follow it at once, and what is folded from it is written only in place of
 * a document of its version. Whoever finds another one there forgets it and reads.
 */
final class RecentStates {

    /** Bytes of the documents whose states are kept; their states take several times as much. */
    private static final long CAPACITY = 16 * 1024 * 1024;

    private final Cache<String, Kept<?>> states = Caffeine.newBuilder().maximumWeight(CAPACITY)
            .weigher((String stream, Kept<?> kept) -> kept.weight()).build();

    /** A state that was written. */
    private record Kept<S>(Aggregate<S> aggregate, Start<S> start, int weight) {

        StreamFold<S> fold(String streamId) {
            return new StreamFold<>(streamId, aggregate, start);
        }
    }

    /** The fold of a stream's events after the kept state; empty when it is not kept, or the events are not just those that follow. */
    Optional<StreamFold<?>> begin(String streamId, List<Arrival> inOrder) {
        Kept<?> kept = states.getIfPresent(streamId);
        if (kept == null || !follow(inOrder, kept.start().version())) {
            return Optional.empty();
        }
        return Optional.of(kept.fold(streamId));
    }

    private static boolean follow(List<Arrival> inOrder, long version) {
        long expected = version;
        for (Arrival arrival : inOrder) {
            if (arrival.version() != ++expected) {
                return false;
            }
        }
        return true;
    }

    /** Keeps what a batch has written; to be called when all of it is written. */
    void keep(List<StreamFold<?>> streams) {
        streams.forEach(this::keep);
    }

    private <S> void keep(StreamFold<S> stream) {
        stream.changed().ifPresent(document -> states.put(stream.streamId(),
                new Kept<>(stream.aggregate(), stream.reached(), (int) Math.min(CAPACITY, DocumentSize.atMost(document)))));
    }

    /** Keeps nothing of these streams any more. */
    void forget(Collection<String> streams) {
        states.invalidateAll(streams);
    }
}
