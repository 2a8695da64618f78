package mx.constancia.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything is killed with kill -9 while officers are at work; then it is started again. */
class SurvivalIT {

    private static final int OFFICERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 120;
    private static final String TIMELINE = "/mechanisms/" + Officers.MECHANISM + "/timeline?limit=200&after=";

    @TempDir
    private Path data;

    @Test
    void whatWasAcknowledgedIsThereOnceInTheLogAndInTheViews() throws Exception {
        LocalProcess killed = LocalProcess.ready(data);
        Officers officers = new Officers(killed.addresses(), OFFICERS);
        officers.begin();
        officers.awaitAcknowledged(ACKNOWLEDGED_BEFORE_THE_KILL);
        killed.kill();
        Map<String, String> acknowledged = officers.end();

        try (LocalProcess next = LocalProcess.ready(data)) {
            Map<String, String> unanswered = officers.repeatUnanswered(next.addresses());

            Map<Long, String> log = log(next.addresses());
            assertThat(log.keySet()).containsExactlyElementsOf(LongStream.range(0, log.size()).boxed().toList());
            assertThat(log.values()).doesNotHaveDuplicates().containsAll(acknowledged.values()).containsAll(unanswered.values());

            List<JsonNode> timeline = timeline(next, log.size() - 1L);
            assertThat(timeline).extracting(entry -> entry.path("version").asLong())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, timeline.size()).boxed().toList());
            assertThat(timeline).allSatisfy(entry ->
                    assertThat(entry.path("eventId").asString()).isEqualTo(log.get(entry.path("position").asLong())));
            assertThat(timeline).extracting(entry -> entry.path("data").path("seatId").asString(""))
                    .filteredOn(seat -> seat.startsWith(Officers.SEAT_PREFIX))
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged.keySet()).containsAll(unanswered.keySet());
        }
    }

    private static List<JsonNode> timeline(LocalProcess constancia, long minPosition) throws IOException, InterruptedException {
        List<JsonNode> entries = new ArrayList<>();
        for (String after = "0"; !after.isEmpty();) {
            JsonNode page = JsonMapper.shared().readTree(constancia.read(TIMELINE + after + "&min-position=" + minPosition));
            page.path("items").forEach(entries::add);
            after = page.path("next").asString("");
        }
        return entries;
    }

    private Map<Long, String> log(Addresses addresses) throws Exception {
        String password = Files.readString(data.resolve("postgresql").resolve("superuser.password")).strip();
        Map<Long, String> log = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(addresses.postgres(), "postgres", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select position, event_id from event_log order by position")) {
            while (rows.next()) {
                log.put(rows.getLong(1), rows.getString(2));
            }
        }
        return log;
    }
}
