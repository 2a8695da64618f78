package mx.constancia.query.mechanism;

import java.time.Instant;
import java.time.LocalDate;

import mx.constancia.history.Moment;
import mx.constancia.query.http.Caching;
import mx.constancia.query.http.Reader;

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

    MechanismController(MechanismStates states, Diffs diffs) {
        this.states = states;
        this.diffs = diffs;
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
}
