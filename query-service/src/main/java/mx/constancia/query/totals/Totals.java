package mx.constancia.query.totals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.mongodb.client.model.Filters;

import mx.constancia.query.store.Sums;
import mx.constancia.query.store.View;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.MechanismType;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sums over the tallies of all aggregates. What it costs follows from the number of mechanisms and of months, not from the
 * number of events.
 */
@Component
class Totals {

    private static final List<View> VIEWS = List.of(View.MECHANISMS, View.AGENCIES, View.INSTALLATIONS);
    private static final String CELL = Tally.FIELD + ".";

    private final Sums sums;

    Totals(Sums sums) {
        this.sums = sums;
    }

    /** What is counted. */
    enum Count { EVENTS, FINDINGS }

    /** What is counted of it; what is absent does not matter. */
    record Only(Optional<Months> period, @Nullable String agency, @Nullable MechanismType type, @Nullable CivilSector sector,
            @Nullable String event, @Nullable String finding) {

        Bson documents() {
            return type == null ? new Document() : Filters.eq("mechanismType", type.name());
        }

        Bson cells(Count count) {
            List<Bson> conditions = new ArrayList<>();
            conditions.add(finding == null ? Filters.exists(CELL + "finding", count == Count.FINDINGS) : Filters.eq(CELL + "finding", finding));
            equal(conditions, "agency", agency);
            equal(conditions, "sector", sector == null ? null : sector.name());
            equal(conditions, "event", event);
            period.ifPresent(months -> {
                conditions.add(Filters.gte(CELL + "month", months.first()));
                conditions.add(Filters.lte(CELL + "month", months.last()));
            });
            return Filters.and(conditions);
        }

        private static void equal(List<Bson> conditions, String field, @Nullable String value) {
            if (value != null) {
                conditions.add(Filters.eq(CELL + field, value));
            }
        }
    }

    /** One row per group that has something, with its {@code number}; a few more than {@code limit} when there are more. */
    List<Document> rows(List<Dimension> by, Count count, Only only, int limit) {
        Map<String, String> group = new LinkedHashMap<>();
        by.forEach(dimension -> group.put(dimension.code(), dimension.field()));
        Map<String, Document> rows = new TreeMap<>();
        for (View view : VIEWS) {
            // A row of a year is the sum of twelve.
            for (Document found : sums.of(view, only.documents(), Tally.FIELD, only.cells(count), group, 12 * limit + 1)) {
                Document row = row(by, found.get("_id", new Document()));
                rows.computeIfAbsent(row.toJson(), key -> row.append("number", 0L)).merge("number", found.get("sum", Number.class).longValue(),
                        (before, more) -> (Long) before + (Long) more);
            }
        }
        return List.copyOf(rows.values());
    }

    private static Document row(List<Dimension> by, Document group) {
        Document row = new Document();
        for (Dimension dimension : by) {
            String found = group.getString(dimension.code());
            if (found != null) {
                row.append(dimension.code(), dimension.shown(found));
            }
        }
        return row;
    }
}
