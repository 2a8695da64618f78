package mx.constancia.query.mechanism;

import mx.constancia.history.MechanismState;
import mx.constancia.query.http.Reader;
import mx.constancia.query.past.DiffQuery;
import mx.constancia.query.past.DiffView;
import mx.constancia.query.past.Histories;
import mx.constancia.query.past.MomentQuery;
import mx.constancia.query.past.States;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/mechanisms")
class MechanismController {

    private final States<MechanismState> states;

    MechanismController(Histories histories) {
        this.states = histories.of(MechanismDocuments.PAST);
    }

    /**
     * A mechanism as it is, or as it was at a moment. The entity tag of a state without a legal date is the version: what a
     * command takes as {@code If-Match}.
     */
    @GetMapping("/{id}")
    ResponseEntity<MechanismView> one(@PathVariable String id, MomentQuery when) {
        return states.answer(id, when, MechanismView::of);
    }

    /**
     * What two moments of a mechanism have different, field by field, with the event behind each difference. The one moment is
     * the beginning, and the other is now, when it is not named.
     */
    @GetMapping("/{id}/diff")
    DiffView diff(@PathVariable String id, DiffQuery moments, @Nullable Authentication authentication) {
        return states.between(id, moments, Reader.of(authentication));
    }
}
