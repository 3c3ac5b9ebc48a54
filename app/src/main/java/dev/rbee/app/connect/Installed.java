package dev.rbee.app.connect;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the folder of an installation says of what runs.
 *
 * @param queen her address there
 * @param registry its address there; null where it does not run
 */
record Installed(String queen, @Nullable String registry, String token) {
    private static final int LEAST_TOKEN = 16;

    /** Lines of a name and what stands there: run files of queen and registry, the token. Null where no queen runs, or none that can be asked. Pure. */
    static @Nullable Installed parse(String text) {
        String queen = url(after(text, "run/queen.json"));
        String token = after(text, "token");
        return queen == null || token.length() < LEAST_TOKEN
                ? null
                : new Installed(queen, url(after(text, "run/registry.json")), token);
    }

    private static String after(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).strip())
                .orElse("");
    }

    private static @Nullable String url(String json) {
        if (json.isEmpty()) {
            return null;
        }
        try {
            String url =
                    Json.tree(json.getBytes(StandardCharsets.UTF_8)).path("url").asText("");
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
