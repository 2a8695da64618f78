package mx.constancia.query.agency;

import java.util.List;

import mx.constancia.history.AgencyState;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/agencies")
class AgencyController {

    private final ViewStore store;

    AgencyController(ViewStore store) {
        this.store = store;
    }

    /** An agency or entity. The entity tag is the version: what a command takes as {@code If-Match}. */
    @GetMapping("/{id}")
    ResponseEntity<AgencyView> one(@PathVariable String id) {
        Document document = store.find(View.AGENCIES, List.of(id)).get(id);
        if (document == null) {
            throw new Problem(ProblemType.UNKNOWN_AGENCY, "There is no agency " + id + " in the read models.");
        }
        AgencyState state = AgencyDocuments.state(document);
        return ResponseEntity.ok().eTag(Long.toString(state.version())).cacheControl(CacheControl.noCache()).body(AgencyView.of(state));
    }
}
