package mx.constancia.query.totals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import mx.constancia.query.store.Sums;
import mx.constancia.query.store.View;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** What a board counts, for all agencies at once: three sums over the documents of aggregates, whatever the number of clients. */
@Component
public final class Counters {

    /** As many as there can be agencies times event types, by far. */
    private static final int MOST_ROWS = 100_000;
    private static final Totals.Only EVERYTHING = new Totals.Only(Optional.empty(), null, null, null, null, null);
    private static final Map<String, String> MECHANISMS = Map.of("agency", "agencyId", "lifecycle", "lifecycle", "type", "mechanismType");

    private final Totals totals;
    private final Sums sums;

    Counters(Totals totals, Sums sums) {
        this.totals = totals;
        this.sums = sums;
    }

    /**
     * The numbers of an agency, or of all.
     *
     * @param mechanismsByType those whose type is determined
     */
    public record Numbers(long events, long findings, long mechanisms, Map<String, Long> eventsByType, Map<String, Long> findingsByCode,
            Map<String, Long> mechanismsByLifecycle, Map<String, Long> mechanismsByType) {

        /** Nothing. */
        public static final Numbers NONE = new Numbers(0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /**
     * The numbers now.
     *
     * @param all      of all agencies
     * @param byAgency of each agency that has something
     */
    public record Count(Numbers all, Map<String, Numbers> byAgency) {
    }

    /** Counts. Everything up to a head that was read before is in it, and perhaps something that came after. */
    public Count now() {
        Sum all = new Sum();
        Map<String, Sum> byAgency = new TreeMap<>();
        for (Document row : totals.rows(List.of(Dimension.AGENCY, Dimension.EVENT), Totals.Count.EVENTS, EVERYTHING, MOST_ROWS)) {
            both(all, byAgency, row).forEach(sum -> sum.event(row.getString("event"), row.getLong("number")));
        }
        for (Document row : totals.rows(List.of(Dimension.AGENCY, Dimension.FINDING), Totals.Count.FINDINGS, EVERYTHING, MOST_ROWS)) {
            both(all, byAgency, row).forEach(sum -> sum.finding(row.getString("finding"), row.getLong("number")));
        }
        for (Document row : sums.documents(View.MECHANISMS, MECHANISMS)) {
            Document group = row.get("_id", Document.class);
            both(all, byAgency, group).forEach(sum -> sum.mechanism(group, row.get("sum", Number.class).longValue()));
        }
        Map<String, Numbers> numbers = new TreeMap<>();
        byAgency.forEach((agency, sum) -> numbers.put(agency, sum.numbers()));
        return new Count(all.numbers(), numbers);
    }

    private static List<Sum> both(Sum all, Map<String, Sum> byAgency, Document row) {
        List<Sum> sums = new ArrayList<>(List.of(all));
        String agency = row.getString("agency");
        if (agency != null) {
            sums.add(byAgency.computeIfAbsent(agency, each -> new Sum()));
        }
        return sums;
    }

    /** Numbers in the making. */
    private static final class Sum {

        private final Map<String, Long> events = new TreeMap<>();
        private final Map<String, Long> findings = new TreeMap<>();
        private final Map<String, Long> lifecycles = new TreeMap<>();
        private final Map<String, Long> types = new TreeMap<>();

        void event(String type, long number) {
            events.merge(type, number, Long::sum);
        }

        void finding(String code, long number) {
            findings.merge(code, number, Long::sum);
        }

        void mechanism(Document group, long number) {
            lifecycles.merge(group.getString("lifecycle"), number, Long::sum);
            String type = group.getString("type");
            if (type != null) {
                types.merge(type, number, Long::sum);
            }
        }

        Numbers numbers() {
            return new Numbers(total(events), total(findings), total(lifecycles), events, findings, lifecycles, types);
        }

        private static long total(Map<String, Long> numbers) {
            return numbers.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
