package mx.constancia.query.http.problem;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The pages that the problem types' addresses lead to. */
@RestController
class ProblemPages {

    private static final String HTML = "text/html;charset=UTF-8";

    /** All types of problems, as a page for people. */
    @GetMapping(path = "/problems", produces = HTML)
    ResponseEntity<String> all() {
        return answer("Problems of Constancia", Arrays.stream(ProblemType.values())
                .map(type -> "<li><a href=\"%s\">%d %s</a> <span lang=\"es\">(%s)</span></li>"
                        .formatted(type.uri(), type.status().value(), type.title(), type.es()))
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>")));
    }

    /**
     * What a type of problem means and what to do about it, as a page for people.
     *
     * @param slug the type's name
     */
    @GetMapping(path = "/problems/{slug}", produces = HTML)
    ResponseEntity<String> one(@PathVariable String slug) {
        ProblemType type = ProblemType.ofSlug(slug)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no problem of this name; GET /problems lists them."));
        return answer(type.title(), "<p lang=\"es\">%s</p>\n<p>HTTP status %d.</p>\n<p>%s</p>\n<p><a href=\"/problems\">All problems</a></p>"
                .formatted(type.es(), type.status().value(), HtmlUtils.htmlEscape(type.explanation())));
    }

    /** A page changes with a release at most. */
    private static ResponseEntity<String> answer(String title, String content) {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable()).body(page(title, content));
    }

    private static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                <h1>%s</h1>
                %s
                </body>
                </html>
                """.formatted(title, title, content);
    }
}
