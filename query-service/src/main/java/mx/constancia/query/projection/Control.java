package mx.constancia.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of the views lives and which one is being built: one document that all nodes follow and that changes by
 * compare-and-set.
 *
 * @param revision   number of times that this was stored
 * @param born       identity of this document; another one says that all views were lost
 * @param bornAt     highest position in the topic when it was born: what operators ordered up to there is history
 * @param living     the generation that answers questions
 * @param next       the number of the next generation; numbers are not used twice
 * @param building   the generation that is being filled beside it
 * @param retired    generations that wait for their removal
 * @param ordersDone version of the installation's stream up to which orders were carried out
 * @param last       how the last rebuild ended
 */
record Control(
        long revision, String born, long bornAt, int living, int next, Optional<Building> building, List<Retired> retired,
        long ordersDone, Optional<Ended> last) {

    private static final String ID = "views";

    /**
     * A rebuild.
     *
     * @param generation the generation that is being filled
     * @param order      position of the order that began it
     * @param since      when it began
     */
    record Building(int generation, long order, Instant since) {

        private Document document() {
            return new Document("generation", generation).append("order", order).append("since", Date.from(since));
        }

        private static Building of(Document document) {
            return new Building(document.getInteger("generation"), document.getLong("order"), document.getDate("since").toInstant());
        }
    }

    /** A generation that nobody reads any more. */
    record Retired(int generation, Instant since) {

        private Document document() {
            return new Document("generation", generation).append("since", Date.from(since));
        }

        private static Retired of(Document document) {
            return new Retired(document.getInteger("generation"), document.getDate("since").toInstant());
        }
    }

    /** How a rebuild ended. */
    enum Outcome {
        /** It answers questions now. */
        SWAPPED,
        /** An operator cancelled it. */
        CANCELLED,
        /** It was given up, because something that is visible would have vanished. */
        REFUSED
    }

    /** The end of a rebuild. */
    record Ended(int generation, Outcome outcome, Instant at, String reason) {

        private Document document() {
            return new Document("generation", generation).append("outcome", outcome.name()).append("at", Date.from(at)).append("reason", reason);
        }

        private static Ended of(Document document) {
            return new Ended(document.getInteger("generation"), Outcome.valueOf(document.getString("outcome")),
                    document.getDate("at").toInstant(), document.getString("reason"));
        }
    }

    /** The beginning, when no view was ever rebuilt or all were lost. */
    static Control born(long bornAt, int living) {
        return new Control(0, UUID.randomUUID().toString(), bornAt, living, living + 1, Optional.empty(), List.of(), 0, Optional.empty());
    }

    static Optional<Control> load(ViewStore store) {
        return Optional.ofNullable(store.find(View.GENERATIONS, List.of(ID)).get(ID)).map(Control::of);
    }

    /**
     * Stores it in place of the one that was loaded.
     *
     * @throws mx.constancia.query.store.ConcurrentChangeException when another node was first
     */
    Control save(ViewStore store) {
        Document document = document();
        store.write(View.GENERATIONS, List.of(revision == 0 ? new Write.Insert(document) : new Write.Replace(revision, document)));
        return of(document);
    }

    Control begun(long order, Instant now) {
        return new Control(revision, born, bornAt, living, next + 1, Optional.of(new Building(next, order, now)), retired, ordersDone, last);
    }

    Control swapped(Instant now) {
        Building done = building.orElseThrow();
        return new Control(revision, born, bornAt, done.generation(), next, Optional.empty(), plus(living, now), ordersDone,
                Optional.of(new Ended(done.generation(), Outcome.SWAPPED, now, "complete")));
    }

    Control givenUp(Outcome outcome, String reason, Instant now) {
        int generation = building.orElseThrow().generation();
        return new Control(revision, born, bornAt, living, next, Optional.empty(), plus(generation, now), ordersDone,
                Optional.of(new Ended(generation, outcome, now, reason)));
    }

    Control dropped(Retired gone) {
        return new Control(revision, born, bornAt, living, next, building, retired.stream().filter(each -> !each.equals(gone)).toList(),
                ordersDone, last);
    }

    Control ordersDone(long version) {
        return new Control(revision, born, bornAt, living, next, building, retired, version, last);
    }

    private List<Retired> plus(int generation, Instant now) {
        return Stream.concat(retired.stream(), Stream.of(new Retired(generation, now))).toList();
    }

    private Document document() {
        return new Document("_id", ID).append("version", revision + 1).append("born", born).append("bornAt", bornAt)
                .append("living", living).append("next", next)
                .append("building", nullable(building.map(Building::document)))
                .append("retired", new ArrayList<>(retired.stream().map(Retired::document).toList()))
                .append("ordersDone", ordersDone)
                .append("last", nullable(last.map(Ended::document)));
    }

    private static @Nullable Document nullable(Optional<Document> document) {
        return document.orElse(null);
    }

    private static Control of(Document document) {
        return new Control(document.getLong("version"), document.getString("born"), document.getLong("bornAt"), document.getInteger("living"),
                document.getInteger("next"), Optional.ofNullable(document.get("building", Document.class)).map(Building::of),
                document.getList("retired", Document.class).stream().map(Retired::of).toList(), document.getLong("ordersDone"),
                Optional.ofNullable(document.get("last", Document.class)).map(Ended::of));
    }
}
