package mx.constancia.query.mechanism;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.model.Filters;

import mx.constancia.history.Lifecycle;
import mx.constancia.history.Moment;
import mx.constancia.query.http.Caching;
import mx.constancia.query.http.Lists;
import mx.constancia.query.http.Page;
import mx.constancia.query.http.Reader;
import mx.constancia.query.store.View;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/mechanisms")
class MechanismController {

    private final MechanismStates states;
    private final Diffs diffs;
    private final Lists lists;

    MechanismController(MechanismStates states, Diffs diffs, Lists lists) {
        this.states = states;
        this.diffs = diffs;
        this.lists = lists;
    }

    /**
     * The mechanisms, by id or by name.
     *
     * @param sort   id or name
     * @param cursor where the page before ended: its {@code next}
     * @param limit  lines in a page
     */
    @GetMapping
    Page<MechanismLine> list(
            @RequestParam @Nullable String agency,
            @RequestParam @Nullable MechanismType type,
            @RequestParam @Nullable Modality modality,
            @RequestParam @Nullable Lifecycle lifecycle,
            @RequestParam(defaultValue = "id") String sort,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        List<Bson> filters = new ArrayList<>();
        equal(filters, "agencyId", agency);
        equal(filters, "mechanismType", type);
        equal(filters, "modality", modality);
        equal(filters, "lifecycle", lifecycle);
        Bson filter = filters.isEmpty() ? new Document() : Filters.and(filters);
        return lists.page(View.MECHANISMS, filter, sort, cursor, limit, MechanismDocuments.SUMMARY, MechanismLine::of);
    }

    /**
     * A mechanism as it is, or as it was at a moment. The entity tag of a state without a legal date is the version: what a
     * command takes as {@code If-Match}.
     */
    @GetMapping("/{id}")
    ResponseEntity<MechanismView> one(@PathVariable String id, MomentQuery when) {
        MechanismStates.Found found = when.isNow() ? states.now(id) : states.at(id, when.moment(""));
        return ResponseEntity.ok().eTag(found.entityTag()).cacheControl(when.isFixed() ? Caching.PAST : CacheControl.noCache()).body(MechanismView.of(found.state()));
    }

    /**
     * What two moments of a mechanism have different, field by field, with the event behind each difference. The one moment is
     * the beginning, and the other is now, when it is not named.
     *
     * @param fromAsOf       the one moment: what was recorded until this instant
     * @param fromAtPosition what was recorded up to this position of the log
     * @param fromAtVersion  so many events
     * @param fromKnownBy    what was recorded until the end of this day, where the agency is
     * @param fromHappenedBy of that, what had happened by the end of this day
     * @param toAsOf         the other moment: what was recorded until this instant
     * @param toAtPosition   what was recorded up to this position of the log
     * @param toAtVersion    so many events
     * @param toKnownBy      what was recorded until the end of this day, where the agency is
     * @param toHappenedBy   of that, what had happened by the end of this day
     */
    @GetMapping("/{id}/diff")
    DiffView diff(
            @PathVariable String id,
            @RequestParam(name = "from.asOf") @Nullable Instant fromAsOf,
            @RequestParam(name = "from.atPosition") @Nullable Long fromAtPosition,
            @RequestParam(name = "from.atVersion") @Nullable Long fromAtVersion,
            @RequestParam(name = "from.knownBy") @Nullable LocalDate fromKnownBy,
            @RequestParam(name = "from.happenedBy") @Nullable LocalDate fromHappenedBy,
            @RequestParam(name = "to.asOf") @Nullable Instant toAsOf,
            @RequestParam(name = "to.atPosition") @Nullable Long toAtPosition,
            @RequestParam(name = "to.atVersion") @Nullable Long toAtVersion,
            @RequestParam(name = "to.knownBy") @Nullable LocalDate toKnownBy,
            @RequestParam(name = "to.happenedBy") @Nullable LocalDate toHappenedBy,
            @Nullable Authentication authentication) {
        MomentQuery from = new MomentQuery(fromAsOf, fromAtPosition, fromAtVersion, fromKnownBy, fromHappenedBy);
        MomentQuery to = new MomentQuery(toAsOf, toAtPosition, toAtVersion, toKnownBy, toHappenedBy);
        return diffs.between(id, from.isNow() ? Moment.BEGINNING : from.moment("from."), to.moment("to."), Reader.of(authentication));
    }

    private static void equal(List<Bson> filters, String field, @Nullable Object value) {
        if (value != null) {
            filters.add(Filters.eq(field, value instanceof Enum<?> code ? code.name() : value));
        }
    }
}
