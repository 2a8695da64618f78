package mx.constancia.local.programme;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The command service's answer, as far as a programme looks at it.
 *
 * @param status   HTTP status
 * @param replayed whether the command had been recorded before
 * @param body     the body; an empty object when there was none
 */
record Answer(int status, boolean replayed, JsonNode body) {

    List<String> events() {
        return body.path("events").valueStream().map(event -> event.path("type").asString()).toList();
    }

    List<String> findings() {
        return body.path("findings").valueStream().map(finding -> finding.path("code").asString()).toList();
    }

    List<String> rules() {
        return body.path("errors").valueStream().map(error -> error.path("rule").asString("")).distinct().toList();
    }

    long position() {
        return body.path("position").asLong(-1);
    }

    String detail() {
        return body.toString();
    }
}
