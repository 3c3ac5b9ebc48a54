package dev.rbee.app.activity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as comma-separated values after RFC 4180. Pure. */
final class Csv {
    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** The first line. */
    static String head(List<String> columns) {
        return String.join(",", columns) + "\r\n";
    }

    /** One line: the fields of that names, as they are on the wire; empty where there is none. */
    static String line(Object row, List<String> columns) {
        JsonNode json = Json.MAPPER.valueToTree(row);
        return columns.stream().map(column -> field(json.path(column))).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String field(JsonNode value) {
        String text = value.isMissingNode() || value.isNull() ? "" : value.asText();
        if (value.isTextual() && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
