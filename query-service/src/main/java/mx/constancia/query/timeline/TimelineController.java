package mx.constancia.query.timeline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import mx.constancia.query.http.Page;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

@RestController
class TimelineController {

    private static final int BUFFER = 65_536;

    private final ViewStore store;
    private final Timelines timelines;
    private final ObjectWriter entries;

    TimelineController(ViewStore store, Timelines timelines, JsonMapper mapper) {
        this.store = store;
        this.timelines = timelines;
        this.entries = mapper.writerFor(TimelineEntry.class);
    }

    /**
     * A mechanism's events in their order, each a fact with who, when and under which article.
     *
     * @param order asc or desc
     * @param after version of the last entry before the page: the {@code next} of the page before
     * @param limit entries in a page
     */
    @GetMapping("/mechanisms/{id}/timeline")
    @Nullable Page<TimelineEntry> timeline(
            @PathVariable String id,
            @RequestParam(defaultValue = "asc") String order,
            @RequestParam @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit,
            @Nullable Authentication authentication,
            ServletWebRequest request, HttpServletResponse response) throws IOException {
        Document mechanism = store.find(View.MECHANISMS, List.of(id), "version", "agencyId").get(id);
        if (mechanism == null) {
            throw new Problem(ProblemType.UNKNOWN_MECHANISM, "There is no mechanism " + id + " in the read models.");
        }
        Stretch stretch = Stretch.of(order, after, Page.limit(limit), mechanism.getLong("version"));
        Reader reader = Reader.of(authentication);
        boolean insider = reader.seesRestrictedOf(mechanism.getString("agencyId"));
        if (request.checkNotModified("W/\"" + mechanism.getLong("version") + (insider ? "-insider\"" : "\""))) {
            return null;
        }
        List<TimelineFact> read = timelines.read(id, stretch.first(), stretch.last(), stretch.newest());
        List<TimelineFact> facts = stretch.newestFirst() ? read.reversed() : read;
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        write(facts, stretch.isLast() || facts.isEmpty() ? null : Long.toString(facts.getLast().event().version()), reader,
                response.getOutputStream());
        return null;
    }

    /** The {@link Page}, whose entries may be rendered already. */
    private void write(List<TimelineFact> facts, @Nullable String next, Reader reader, OutputStream response) throws IOException {
        // Before anything is written: an answer that breaks off would be closed in good order, as if it were all.
        List<SerializableString> items = facts.stream().map(fact -> fact.json(reader, entries)).toList();
        try (JsonGenerator json = entries.createGenerator(new BufferedOutputStream(response, BUFFER))) {
            json.writeStartObject().writeArrayPropertyStart("items");
            items.forEach(json::writeRawValue);
            json.writeEndArray();
            if (next != null) {
                json.writeStringProperty("next", next);
            }
            json.writeEndObject();
        }
    }

    /** The versions that a page shows; none when {@code first} is after {@code last}. */
    private record Stretch(long first, long last, boolean newestFirst, long newest) {

        static Stretch of(String order, @Nullable Long after, int limit, long newest) {
            if (after != null && after < 0) {
                throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter after takes a version.").with("parameter", "after");
            }
            return switch (order) {
                case "asc" -> {
                    long first = after == null ? 1 : Math.min(after, newest) + 1;
                    yield new Stretch(first, Math.min(newest, first + limit - 1), false, newest);
                }
                case "desc" -> {
                    long last = after == null ? newest : Math.min(after - 1, newest);
                    yield new Stretch(Math.max(1, last - limit + 1), last, true, newest);
                }
                default -> throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter order takes asc or desc.").with("parameter", "order");
            };
        }

        boolean isLast() {
            return newestFirst ? first <= 1 : last >= newest;
        }
    }
}
