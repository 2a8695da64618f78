package mx.constancia.query.board;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.http.DeclaresParameters;
import mx.constancia.query.http.Page;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.store.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Answers at one address of a board. */
final class BoardEndpoint implements DeclaresParameters {

    /** Dates of the law are dates of the capital unless an agency's seat is elsewhere. */
    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    /** What pages take and files do not. */
    private static final List<String> OF_PAGES = List.of(Question.CURSOR, "limit");
    private static final List<String> OF_LISTS = List.of(Question.SORT, Question.DIRECTION, Export.PARAMETER);

    private final Board board;
    private final String path;
    private final BoardReader reader;
    private final Exporter exporter;
    private final Clock clock;

    BoardEndpoint(Board board, String path, BoardReader reader, Exporter exporter, Clock clock) {
        this.board = board;
        this.path = path;
        this.reader = reader;
        this.exporter = exporter;
        this.clock = clock;
    }

    /** What the path names is not among them. */
    @Override
    public List<String> parameters() {
        return Stream.of(board.filters().stream().flatMap(filter -> filter.parameters().stream()).map(Parameter::name)
                        .filter(name -> !path.contains("{" + name + "}")), OF_LISTS.stream(), OF_PAGES.stream())
                .flatMap(names -> names).toList();
    }

    @Nullable ResponseEntity<Page<?>> answer(
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept, @PathVariable Map<String, String> variables,
            @Nullable Authentication authentication, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked asked = asked(request.getParameterMap(), variables, authentication);
        variables.forEach(this::check);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        Export export = Export.wanted(asked, accept).orElse(null);
        if (export == null) {
            return ResponseEntity.ok(reader.page(board, asked));
        }
        OF_PAGES.stream().filter(asked.values()::containsKey).findFirst().ifPresent(name -> {
            throw Asked.refused(name, "nothing when the whole list is asked for as a file");
        });
        exporter.send(export, board, asked, request, response);
        return null;
    }

    private Asked asked(Map<String, String[]> given, Map<String, String> variables, @Nullable Authentication authentication) {
        Map<String, String> values = new HashMap<>(variables);
        given.forEach((name, each) -> values.put(name, each[0]));
        return new Asked(values, Reader.of(authentication), LocalDate.ofInstant(clock.instant(), ZONE));
    }

    /** Persons are no aggregates: a list about one that nobody named is empty, like that of one who is not public. */
    private void check(String variable, String id) {
        switch (variable) {
            case "mechanism" -> check(View.MECHANISMS, id, ProblemType.UNKNOWN_MECHANISM, "mechanism");
            case "agency" -> check(View.AGENCIES, id, ProblemType.UNKNOWN_AGENCY, "agency");
            default -> {
                // Any other variable is a filter and no more.
            }
        }
    }

    private void check(View view, String id, ProblemType unknown, String kind) {
        if (reader.store().find(view, List.of(id), "version").isEmpty()) {
            throw new Problem(unknown, "There is no " + kind + " " + id + " in the read models.");
        }
    }
}
