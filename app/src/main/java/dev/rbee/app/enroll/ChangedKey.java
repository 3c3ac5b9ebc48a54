package dev.rbee.app.enroll;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Both sides of a changed host key, as fingerprints.
 *
 * @param known those that were accepted before; empty where the problem does not tell
 * @param file that holds them
 */
record ChangedKey(String shown, List<String> known, String file) {
    /** Out of the details of {@code host_key_changed}. */
    static ChangedKey of(Problem problem) {
        String details = problem.details();
        try {
            JsonNode json = Json.tree((details == null ? "{}" : details).getBytes(StandardCharsets.UTF_8));
            List<String> known = new ArrayList<>();
            json.path("expected").forEach(each -> known.add(each.asText()));
            return new ChangedKey(
                    json.path("fingerprint").asText(""),
                    known,
                    json.path("file").asText(""));
        } catch (ProblemException e) {
            return new ChangedKey("", List.of(), "");
        }
    }
}
