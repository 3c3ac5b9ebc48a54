package dev.rbee.service.queen.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.util.stream.Collectors;

/** The text of a hive's log events. Pure. */
final class LogTail {
    private static final String DATA = "data: ";

    private LogTail() {}

    /** The lines in a finished event stream. */
    static String lines(String events) {
        return events.lines()
                .filter(line -> line.startsWith(DATA))
                .map(line -> line(line.substring(DATA.length())))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String line(String data) {
        try {
            JsonNode tree = Json.read(data, JsonNode.class);
            return tree.path("line").asText("");
        } catch (ProblemException e) {
            return data;
        }
    }
}
