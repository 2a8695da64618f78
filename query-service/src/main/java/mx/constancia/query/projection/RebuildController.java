package mx.constancia.query.projection;

import java.time.Instant;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.store.View;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the views are kept and built anew, for operators: {@code GET /rebuild}. */
@RestController
class RebuildController {

    private final RebuildStatus status;

    RebuildController(RebuildStatus status) {
        this.status = status;
    }

    /** Which views answer questions, how far a rebuild beside them is, and how the last one ended. */
    @GetMapping("/rebuild")
    ResponseEntity<RebuildReport> rebuild() {
        Control control = status.control().orElseThrow(() ->
                new Problem(ProblemType.VIEWS_UNAVAILABLE, "This node has not read yet which views are living."));
        RunningRebuild building = control.building().map(this::running).orElse(null);
        EndedRebuild last = control.last()
                .map(each -> new EndedRebuild(each.generation(), each.outcome().name(), each.at(), each.reason())).orElse(null);
        return ResponseEntity.ok().cacheControl(CacheControl.noCache())
                .body(new RebuildReport(View.VERSION, control.living(), building, last));
    }

    private RunningRebuild running(Control.Building building) {
        return status.running().filter(each -> each.generation() == building.generation())
                .map(now -> new RunningRebuild(building.generation(), building.order(), building.since(),
                        Math.floor(now.percent() * 10) / 10, now.events(), now.total(), Math.round(now.eventsPerSecond()),
                        now.secondsLeft().orElse(null), now.failure()))
                .orElseGet(() -> new RunningRebuild(building.generation(), building.order(), building.since(), null, null, null, null, null, null));
    }

    /**
     * The views of this version.
     *
     * @param viewVersion version of the views that this build makes
     * @param living      the generation that answers questions
     * @param building    the generation that is being built beside it
     * @param last        how the last rebuild ended
     */
    record RebuildReport(int viewVersion, int living, @Nullable RunningRebuild building, @Nullable EndedRebuild last) {
    }

    /**
     * A rebuild under way; figures are of all nodes together and absent until they were measured.
     *
     * @param generation      the generation that is being built
     * @param order           position of the order that began it
     * @param since           when it began
     * @param percent         part of the topic that was read
     * @param events          records of the topic that were read
     * @param total           records of the topic
     * @param eventsPerSecond lately
     * @param secondsLeft     at this speed
     * @param failure         why nothing moves in this node, if so
     */
    record RunningRebuild(int generation, long order, Instant since, @Nullable Double percent, @Nullable Long events, @Nullable Long total,
            @Nullable Long eventsPerSecond, @Nullable Long secondsLeft, @Nullable String failure) {
    }

    /**
     * The end of a rebuild.
     *
     * @param generation the generation that was being built
     * @param outcome    SWAPPED, CANCELLED or REFUSED
     * @param at         when
     * @param reason     why
     */
    record EndedRebuild(int generation, String outcome, Instant at, String reason) {
    }
}
