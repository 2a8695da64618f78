package mx.constancia.query.ledger;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import mx.constancia.ledger.proof.Receipt;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.log.EventPositions;
import mx.constancia.query.log.VisibleHead;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts (constancia de inclusión): offline evidence that an event was published (c2sp.org/tlog-proof). */
@RestController
class ReceiptController {

    private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Ledger ledger;
    private final EventPositions positions;
    private final VisibleHead head;

    ReceiptController(Ledger ledger, EventPositions positions, VisibleHead head) {
        this.ledger = ledger;
        this.positions = positions;
        this.head = head;
    }

    /** The receipt of an event, by its id or by its position in the log. */
    @GetMapping(path = "/events/{id}/receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> receipt(@PathVariable String id) {
        long position = position(id);
        Published published = ledger.published().filter(each -> position < each.size()).orElseThrow(() -> notPublished(position));
        Receipt receipt = ledger.receipt(position, published);
        return ResponseEntity.ok().contentType(LedgerController.TEXT)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("event-" + position + Receipt.FILE_EXTENSION).build().toString())
                .body(receipt.bytes());
    }

    private long position(String id) {
        if (POSITION.matcher(id).matches()) {
            return Long.parseLong(id);
        }
        if (!EVENT_ID.matcher(id).matches()) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "The path takes an event's id or its position.").with("parameter", "id");
        }
        OptionalLong position = positions.find(id);
        return position.orElseThrow(() -> unknown("There is no event " + id + " in the read models."));
    }

    private Problem notPublished(long position) {
        return position <= head.refresh()
                ? new Problem(ProblemType.NOT_PUBLISHED_YET, "The event at position " + position + " is recorded, and no checkpoint covers it yet.")
                        .with("position", position)
                : unknown("There is no event at position " + position + " in the read models.");
    }

    private static Problem unknown(String detail) {
        return new Problem(ProblemType.UNKNOWN_EVENT, detail);
    }
}
