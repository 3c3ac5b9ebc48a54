package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Errors of servers of others, in the many forms they have, as problems of ours. Pure. */
final class Refusal {
    private static final int MOST = 600;
    private static final List<String> CONTEXT = List.of(
            "context length", "context size", "context window", "context_length", "exceed_context", "maximum context");

    private Refusal() {}

    /** Of an answer with that status. */
    static Problem of(int status, byte[] body, Target target) {
        JsonNode tree = tree(body);
        String said = words(tree);
        if (said == null && tree == null) {
            said = new String(body, StandardCharsets.UTF_8).strip();
            said = said.startsWith("<") ? "" : said; // a page of HTML says nothing
        }
        return of(status, said == null ? "" : said, target);
    }

    /** Of an error in the middle of an answer. */
    static Problem inside(JsonNode event, Target target) {
        String said = words(event);
        return of(500, said == null ? "" : said, target);
    }

    /** Whether an event says that something failed. */
    static boolean isError(JsonNode event) {
        JsonNode error = event.path("error");
        return (!error.isMissingNode() && !error.isNull())
                || event.path("object").asText().equals("error");
    }

    private static Problem of(int status, String said, Target target) {
        String words = said.length() > MOST ? said.substring(0, MOST) + "…" : said;
        String message = words.isEmpty()
                ? "Server \"" + target.server() + "\" answered " + status + "."
                : "Server \"" + target.server() + "\": " + words;
        String hint = "It runs at " + target.api() + "; its own log may say more.";
        return Problem.of(code(status, said), without(message, target.key()), hint);
    }

    private static ProblemCode code(int status, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (status < 500 && CONTEXT.stream().anyMatch(lower::contains)) {
            return ProblemCode.CONTEXT_LENGTH_EXCEEDED;
        }
        return switch (status) {
            case 400, 413, 415, 422 -> {
                if (lower.contains("does not support tools")) {
                    yield ProblemCode.TOOLS_UNSUPPORTED;
                }
                yield lower.contains("image") && lower.contains("support")
                        ? ProblemCode.IMAGES_UNSUPPORTED
                        : ProblemCode.INVALID_FIELD;
            }
            case 404 -> ProblemCode.MODEL_NOT_FOUND;
            default -> ProblemCode.ENDPOINT_FAILED;
        };
    }

    /** A server that repeats the key it did not like. */
    private static String without(String message, @Nullable String key) {
        return key == null || key.length() < 4 ? message : message.replace(key, "[key]");
    }

    private static @Nullable String words(@Nullable JsonNode tree) {
        if (tree == null) {
            return null;
        }
        JsonNode error = tree.path("error");
        for (JsonNode each : List.of(
                error.path("message"), error, tree.path("message"), tree.path("detail"), tree.path("error_msg"))) {
            if (each.isTextual() && !each.textValue().isBlank()) {
                return each.textValue().strip();
            }
        }
        JsonNode detail = tree.path("detail").path(0).path("msg");
        return detail.isTextual() ? detail.textValue() : error.isContainerNode() ? Json.write(error) : null;
    }

    private static @Nullable JsonNode tree(byte[] body) {
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            return tree != null && tree.isContainerNode() ? tree : null;
        } catch (IOException e) {
            return null;
        }
    }
}
