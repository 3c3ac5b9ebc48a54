package dev.rbee.app.connect;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the folder of an installation says of what runs.
 *
 * @param queen her address there
 * @param registry its address there; null where it does not run
 */
record Installed(String queen, @Nullable String registry, String token) {
    private static final int LEAST_TOKEN = 16;

    /** Three lines: run file of the queen, run file of the registry, token; null where no queen runs or one cannot be asked. Pure. */
    static @Nullable Installed parse(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        if (lines.size() < 3 || lines.get(2).length() < LEAST_TOKEN) {
            return null;
        }
        String queen = url(lines.get(0));
        return queen == null ? null : new Installed(queen, url(lines.get(1)), lines.get(2));
    }

    private static @Nullable String url(String json) {
        if (json.isEmpty()) {
            return null;
        }
        try {
            String url = Json.tree(json.getBytes(StandardCharsets.UTF_8)).path("url").asText("");
            return URI.create(url).getPort() > 0 ? url : null;
        } catch (ProblemException | IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "Installed[" + queen + "]";
    }
}
