package mx.constancia.query.mechanism;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.model.Filters;

import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.query.http.Lists;
import mx.constancia.query.http.Page;
import mx.constancia.query.store.View;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/mechanisms")
class MechanismController {

    private final MechanismStates states;
    private final Lists lists;

    MechanismController(MechanismStates states, Lists lists) {
        this.states = states;
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
     * A mechanism as it is, or as it was at a moment. The entity tag is the version: what a command takes as {@code If-Match}.
     *
     * @param asOf       instant until which it was recorded
     * @param atPosition position of the log
     * @param atVersion  number of the mechanism's events
     */
    @GetMapping("/{id}")
    ResponseEntity<MechanismView> one(
            @PathVariable String id,
            @RequestParam @Nullable String asOf,
            @RequestParam @Nullable String atPosition,
            @RequestParam @Nullable String atVersion) {
        MechanismState state = states.at(id, Moment.of(asOf, atPosition, atVersion));
        return ResponseEntity.ok().eTag(Long.toString(state.version())).cacheControl(CacheControl.noCache()).body(MechanismView.of(state));
    }

    private static void equal(List<Bson> filters, String field, @Nullable Object value) {
        if (value != null) {
            filters.add(Filters.eq(field, value instanceof Enum<?> code ? code.name() : value));
        }
    }
}
