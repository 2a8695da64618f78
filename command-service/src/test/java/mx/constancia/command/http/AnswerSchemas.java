package mx.constancia.command.http;

import java.util.Arrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import mx.constancia.command.http.problem.ProblemType;

/** The schemas of what the service answers. */
final class AnswerSchemas {

    private static final JsonMapper JSON = new JsonMapper();

    private AnswerSchemas() {
    }

    static void add(ObjectNode schemas) {
        schemas.set("Problem", JSON.readTree("""
                {"type": "object", "required": ["type", "title", "status", "detail", "instance"],
                 "description": "Why nothing was recorded (RFC 9457). Some types have members of their own.",
                 "properties": {"title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"},
                  "instance": {"type": "string"}, "correlationId": {"type": "string"}, "rule": {"type": "string"},
                  "currentVersion": {"type": "integer"}, "roles": {"type": "array", "items": {"type": "string"}},
                  "legalBasis": {"type": "array", "items": {"$ref": "#/components/schemas/LegalBasis"}},
                  "errors": {"type": "array", "items": {"$ref": "#/components/schemas/FieldError"}}}}"""));
        ArrayNode types = ((ObjectNode) schemas.at("/Problem/properties")).putObject("type").put("type", "string")
                .put("description", "Address of the page that explains the problem.").putArray("enum");
        Arrays.stream(ProblemType.values()).forEach(type -> types.add(type.uri().toString()));
        schemas.set("LegalBasis", JSON.readTree("""
                {"type": "object", "required": ["instrument", "article"],
                 "properties": {"instrument": {"type": "string"}, "article": {"type": "string"}}}"""));
        schemas.set("FieldError", JSON.readTree("""
                {"type": "object", "required": ["detail"], "description": "One thing that is wrong with a command.",
                 "properties": {"field": {"type": "string", "description": "JSON path of the field, such as content.purpose."},
                  "rule": {"type": "string"}, "article": {"type": "string"}, "detail": {"type": "string"}, "statement": {"type": "string"},
                  "allowed": {"type": "array", "items": {"type": "string"}}}}"""));
        schemas.set("Recorded", JSON.readTree("""
                {"type": "object", "required": ["id", "version", "position", "recordedAt", "events", "findings"],
                 "properties": {"id": {"type": "string"}, "version": {"type": "integer", "format": "int64", "minimum": 1},
                  "position": {"type": "integer", "format": "int64", "minimum": 0}, "recordedAt": {"type": "string", "format": "date-time"},
                  "events": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/RecordedEvent"}},
                  "findings": {"type": "array", "items": {"$ref": "#/components/schemas/Finding"}}}}"""));
        schemas.set("RecordedEvent", JSON.readTree("""
                {"type": "object", "required": ["position", "eventId", "type", "version", "occurredOn", "recordedAt", "public"],
                 "properties": {"position": {"type": "integer", "format": "int64"}, "eventId": {"type": "string"},
                  "type": {"type": "string"}, "version": {"type": "integer", "format": "int64"},
                  "occurredOn": {"type": "string", "format": "date"}, "recordedAt": {"type": "string", "format": "date-time"},
                  "public": {"type": "object"}, "restricted": {"type": "object"}}}"""));
        schemas.set("Finding", JSON.readTree("""
                {"type": "object", "required": ["code", "article", "detail"], "description": "What the rulebook objects to without rejecting it.",
                 "properties": {"code": {"type": "string"}, "article": {"type": "string"}, "detail": {"type": "string"}}}"""));
        schemas.set("Catalogue", JSON.readTree("""
                {"type": "object", "required": ["commands"],
                 "properties": {"commands": {"type": "array", "items": {"$ref": "#/components/schemas/CommandEntry"}}}}"""));
        schemas.set("CommandEntry", JSON.readTree("""
                {"type": "object", "required": ["name", "path", "article", "es", "creating", "roles", "fields"],
                 "properties": {"name": {"type": "string"}, "path": {"type": "string"}, "article": {"type": "string"},
                  "es": {"type": "string"}, "creating": {"type": "boolean"}, "roles": {"type": "array", "items": {"type": "string"}},
                  "fields": {"type": "array", "items": {"$ref": "#/components/schemas/CommandField"}}}}"""));
        schemas.set("CommandField", JSON.readTree("""
                {"type": "object", "required": ["name", "type", "list", "required"],
                 "properties": {"name": {"type": "string"}, "type": {"type": "string"}, "list": {"type": "boolean"},
                  "required": {"type": "boolean"}, "article": {"type": "string"}, "codes": {"type": "array", "items": {"type": "string"}},
                  "fields": {"type": "array", "items": {"$ref": "#/components/schemas/CommandField"}}}}"""));
    }
}
