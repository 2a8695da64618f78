package mx.constancia.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mx.constancia.testing.ApiContract.Exchange;

import org.junit.jupiter.api.Test;

class ApiContractTest {

    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "info": {"title": "Sample", "version": "1"},
             "paths": {"/things/{id}": {"get": {"operationId": "thing",
               "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                              {"name": "limit", "in": "query", "schema": {"type": "integer"}}],
               "responses": {"200": {"description": "A thing.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                             "304": {"description": "Unchanged."}}}}},
             "components": {"schemas": {
               "Thing": {"type": "object", "required": ["on"], "properties": {"on": {"type": "string", "format": "date"}}},
               "Problem": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}}}}}""";

    private final ApiContract contract = new ApiContract(DOCUMENT);

    @Test
    void anExchangeThatFollowsTheDocumentIsAccepted() {
        assertThatCode(() -> {
            contract.check(answer("/things/1?limit=2", 200, "application/json", "{\"on\":\"2026-03-01\"}"));
            contract.check(answer("/things/1", 304, "", ""));
            contract.check(answer("/nothing", 404, "application/problem+json", "{\"type\":\"/problems/not-found\"}"));
        }).doesNotThrowAnyException();
    }

    @Test
    void whatTheDocumentDoesNotSayIsNamed() {
        assertRefused(answer("/things/1", 200, "application/json", "{\"on\":\"yesterday\"}"), "date");
        assertRefused(answer("/things/1", 200, "application/json", "{}"), "on");
        assertRefused(answer("/things/1", 200, "text/csv", "on"), "text/csv");
        assertRefused(answer("/things/1", 202, "application/json", "{}"), "no such answer");
        assertRefused(answer("/things/1?page=2", 200, "application/json", "{\"on\":\"2026-03-01\"}"), "page");
        assertRefused(answer("/things", 200, "application/json", "{}"), "no such operation");
        assertRefused(answer("/things", 404, "text/html", "<html>"), "text/html");
    }

    @Test
    void aDocumentThatIsNoOpenApiIsRefused() {
        assertThat(ApiContract.objections(DOCUMENT)).isEmpty();
        assertThat(ApiContract.objections(DOCUMENT.replace("\"description\": \"A thing.\",", ""))).isNotEmpty();
        assertThat(ApiContract.objections(DOCUMENT.replace("schemas/Thing", "schemas/Ting"))).isNotEmpty();
    }

    private void assertRefused(Exchange exchange, String named) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> contract.check(exchange)).withMessageContaining(named);
    }

    private static Exchange answer(String target, int status, String contentType, String body) {
        return new Exchange("GET", target, "", status, contentType, body);
    }
}
