package mx.constancia.query.agency;

import mx.constancia.events.StreamId;
import mx.constancia.history.AgencyState;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.past.DiffQuery;
import mx.constancia.query.past.DiffView;
import mx.constancia.query.past.Histories;
import mx.constancia.query.past.MomentQuery;
import mx.constancia.query.past.States;
import mx.constancia.query.past.Subject;
import mx.constancia.query.store.View;
import mx.constancia.query.timeline.TimelinePages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/agencies")
class AgencyController {

    private static final Subject<AgencyState> AGENCY = new Subject<>("agency", View.AGENCIES, AgencyDocuments::state,
            id -> TimelinePages.key(StreamId.ofAgency(id)), AgencyState::evolve, state -> 1, ProblemType.UNKNOWN_AGENCY);

    private final States<AgencyState> states;

    AgencyController(Histories histories) {
        this.states = histories.of(AGENCY);
    }

    /**
     * An agency or entity as it is, or as it was at a moment. The entity tag of a state without a legal date is the version:
     * what a command takes as {@code If-Match}.
     */
    @GetMapping("/{id}")
    ResponseEntity<AgencyView> one(@PathVariable String id, MomentQuery when) {
        return states.answer(id, when, AgencyView::of);
    }

    /**
     * What two moments of an agency or entity have different, field by field, with the event behind each difference. The one
     * moment is the beginning, and the other is now, when it is not named.
     */
    @GetMapping("/{id}/diff")
    DiffView diff(@PathVariable String id, DiffQuery moments, @Nullable Authentication authentication) {
        return states.between(id, moments, Reader.of(authentication));
    }
}
