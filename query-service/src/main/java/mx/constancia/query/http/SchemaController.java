package mx.constancia.query.http;

import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The JSON Schemas of the event types, at the addresses that the events name as {@code dataschema}. */
@RestController
class SchemaController {

    private static final String SCHEMA = "application/schema+json";

    /**
     * The JSON Schema of an event type, or of the envelope.
     *
     * @param type logical type name with its version
     */
    @GetMapping(path = "/schemas/{type:[a-z0-9.-]+}.json", produces = SCHEMA)
    ResponseEntity<Resource> schema(@PathVariable String type) {
        Resource schema = new ClassPathResource("schemas/" + type + ".json");
        if (!schema.exists()) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no schema of this name.");
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(SCHEMA)).cacheControl(Caching.FOR_EVER).body(schema);
    }
}
