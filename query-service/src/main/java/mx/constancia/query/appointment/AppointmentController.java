package mx.constancia.query.appointment;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.model.Filters;

import mx.constancia.query.http.Lists;
import mx.constancia.query.http.Page;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AppointmentController {

    private final ViewStore store;
    private final Lists lists;

    AppointmentController(ViewStore store, Lists lists) {
        this.store = store;
        this.lists = lists;
    }

    /**
     * Who was and who is a member of a mechanism.
     *
     * @param active whether the appointment is in force now
     * @param cursor where the page before ended: its {@code next}
     * @param limit  lines in a page
     */
    @GetMapping("/mechanisms/{id}/appointments")
    Page<AppointmentLine> ofMechanism(
            @PathVariable String id,
            @RequestParam @Nullable Boolean active,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (store.find(View.MECHANISMS, List.of(id), "version").isEmpty()) {
            throw new Problem(ProblemType.UNKNOWN_MECHANISM, "There is no mechanism " + id + " in the read models.");
        }
        // A range of _id: everything that begins with the id and a slash, whose successor is 0.
        List<Bson> filters = new ArrayList<>(List.of(Filters.gte("_id", AppointmentDocuments.id(id, "")), Filters.lt("_id", id + "0")));
        if (active != null) {
            filters.add(Filters.eq("active", active));
        }
        return lists.page(View.APPOINTMENTS, Filters.and(filters), "id", cursor, limit, List.of(), AppointmentLine::of);
    }
}
