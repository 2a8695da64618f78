package mx.constancia.auditor.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import mx.constancia.auditor.source.EventPages;
import mx.constancia.auditor.source.EventSource;
import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.auditor.source.Limits;
import mx.constancia.auditor.source.SourceException;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.tiles.BundleId;

/** Verifies a log in one pass: pages side by side, the tree and the streams in order. Its memory does not grow with the log. */
public final class Verifier {

    private final LedgerReader ledger;
    private final List<EventSource> events;
    private final EventSink sink;
    private final Progress progress;

    public Verifier(LedgerReader ledger, List<EventSource> events, EventSink sink, Progress progress) {
        this.ledger = ledger;
        this.events = List.copyOf(events);
        this.sink = sink;
        this.progress = progress;
    }

    /**
     * Verifies everything between the ground and a checkpoint.
     *
     * @param checkpoint whose signatures are accepted, and which is not smaller than the ground
     * @param earlier    trees that this one must continue
     */
    public Verification verify(Checkpoint checkpoint, Ground ground, Collection<Remembered> earlier) throws InterruptedException {
        var run = new Run(checkpoint, ground, earlier);
        List<EventPages> pages = events.stream().map(source -> EventPages.of(source, ground.size(), checkpoint.size())).toList();
        try (ExecutorService workers = Executors.newFixedThreadPool(ledger.readersAtOnce())) {
            try {
                run.all(pages, workers);
            } catch (SourceException e) {
                run.faults.add(Fault.of(Fault.Kind.SOURCE_FAILED, ledger.name(), e.getMessage()));
                run.tree.giveUp();
            } finally {
                pages.forEach(EventPages::close);
                workers.shutdownNow();
            }
        }
        return run.outcome();
    }

    /** A page that is being checked, and how long its events are. */
    private record Ahead(Future<PageCheck.Page> page, long length) {

        static long length(Collection<Ahead> pages) {
            return pages.stream().mapToLong(Ahead::length).sum();
        }
    }

    private final class Run {

        private final Checkpoint checkpoint;
        private final Ground ground;
        private final Faults faults = new Faults();
        private final TreeCheck tree;
        private final Streams streams;
        private long bundles;
        private long restricted;

        Run(Checkpoint checkpoint, Ground ground, Collection<Remembered> earlier) {
            this.checkpoint = checkpoint;
            this.ground = ground;
            this.tree = new TreeCheck(ledger, checkpoint, ground, earlier, faults);
            this.streams = new Streams(ground, ledger.name(), faults);
        }

        void all(List<EventPages> pages, ExecutorService workers) throws InterruptedException {
            var check = new PageCheck(ledger, checkpoint.size(), sink);
            List<EventPages> living = new ArrayList<>(pages);
            Deque<Ahead> ahead = new ArrayDeque<>();
            for (long from = ground.size(); from < checkpoint.size(); from = (from / BundleId.FULL_WIDTH + 1) * BundleId.FULL_WIDTH) {
                List<PageCheck.Source> sources = fetched(living);
                long length = sources.stream().mapToLong(source -> source.page().length()).sum();
                while (ahead.size() >= 2 * ledger.readersAtOnce() || !ahead.isEmpty() && length + Ahead.length(ahead) > Limits.AHEAD) {
                    take(ahead.remove().page);
                }
                long first = from;
                ahead.add(new Ahead(workers.submit(() -> check.check(first / BundleId.FULL_WIDTH, first, sources)), length));
            }
            for (Ahead last : ahead) {
                take(last.page);
            }
        }

        /** A source that fails is looked at no further; what is read from the others still counts. */
        private List<PageCheck.Source> fetched(List<EventPages> living) throws InterruptedException {
            List<PageCheck.Source> sources = new ArrayList<>();
            for (EventPages source : List.copyOf(living)) {
                try {
                    sources.add(new PageCheck.Source(source.name(), source.next()));
                } catch (SourceException e) {
                    living.remove(source);
                    faults.add(Fault.of(Fault.Kind.SOURCE_FAILED, source.name(), e.getMessage()));
                }
            }
            return sources;
        }

        private void take(Future<PageCheck.Page> checked) throws InterruptedException {
            PageCheck.Page page = get(checked);
            page.faults().forEach(faults::add);
            long end = page.id().index() * BundleId.FULL_WIDTH + page.id().width();
            long position = end - page.entries().size();
            for (LedgerEntry entry : page.entries()) {
                if (entry != null) {
                    streams.next(position, entry);
                }
                position++;
            }
            tree.next(page);
            page.events().forEach(sink::accept);
            bundles++;
            restricted += page.restricted();
            progress.advanced(end, checkpoint.size());
        }

        Verification outcome() {
            return new Verification(checkpoint, tree.finish(streams), ground.size(), bundles, restricted, faults);
        }

        private static PageCheck.Page get(Future<PageCheck.Page> checked) throws InterruptedException {
            try {
                return checked.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e.getCause());
            }
        }
    }
}
