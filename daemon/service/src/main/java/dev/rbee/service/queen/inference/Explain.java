package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.service.queen.routing.Explanation;
import dev.rbee.service.queen.routing.RouteRequest;
import dev.rbee.service.queen.workers.Slots;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/route/explain}: {@code {"model", "node"?, "worker"?, "messages"?, "prompt"?}}; asks nobody, changes nothing. */
final class Explain {
    private final UnaryOperator<String> names;
    private final Slots slots;
    private final Warmth warmth;
    private final RandomGenerator random;

    Explain(UnaryOperator<String> names, Slots slots, Warmth warmth, RandomGenerator random) {
        this.names = names;
        this.slots = slots;
        this.warmth = warmth;
        this.random = random;
    }

    void handle(Exchange x) {
        if (!(x.json() instanceof ObjectNode tree)) {
            throw ProblemException.of(
                    ProblemCode.INVALID_JSON, "The body is not a JSON object.", "Send a JSON object.");
        }
        String asked = text(tree, "model");
        if (asked == null) {
            throw new ProblemException(Problem.missing("model"));
        }
        String model = names.apply(asked);
        Kind kind = tree.has("messages") ? Kind.CHAT : Kind.INFER;
        RouteRequest request = RouteRequest.of(model)
                .on(text(tree, "node"))
                .to(text(tree, "worker"))
                .warmAt(warmth.of(kind, model, tree))
                .needing(Needs.of(tree));
        x.json(200, slots.<Explanation>ask((fleet, now) -> Explanation.of(fleet, request, now, random)));
    }

    private static @Nullable String text(ObjectNode tree, String field) {
        JsonNode value = tree.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new ProblemException(Problem.field(field, "Field \"" + field + "\" is not text.", "Send text."));
        }
        return value.textValue();
    }
}
