package mx.constancia.query.http;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The descriptions of what the service offers; {@code /docs} shows the first one to people. */
@RestController
class ApiDocuments {

    private static final String YAML = "application/yaml";

    /** What can be asked over HTTP: this document (OpenAPI 3.1). */
    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> openApi() {
        return file("openapi/query-service.json", MediaType.APPLICATION_JSON_VALUE);
    }

    /** What can be listened to, over Kafka and as server-sent events (AsyncAPI 3). */
    @GetMapping(path = "/asyncapi.yaml", produces = YAML)
    ResponseEntity<Resource> asyncApi() {
        return file("asyncapi/asyncapi.yaml", YAML);
    }

    private static ResponseEntity<Resource> file(String name, String type) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(new ClassPathResource(name));
    }
}
