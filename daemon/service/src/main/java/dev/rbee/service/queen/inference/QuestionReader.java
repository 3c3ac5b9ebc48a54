package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a request as far as routing needs; the rest is the worker's to judge. Throws {@link ProblemException} for the caller. */
final class QuestionReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
    private static final int NAME = 512;

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Supplier<String> ids;

    QuestionReader(InstantSource clock, LongSupplier nanos, Supplier<String> ids) {
        this.clock = clock;
        this.nanos = nanos;
        this.ids = ids;
    }

    Question read(Kind kind, Exchange x) {
        long arrived = nanos.getAsLong();
        if (!(x.json() instanceof ObjectNode tree)) {
            throw ProblemException.of(
                    ProblemCode.INVALID_JSON, "The body is not a JSON object.", "Send a JSON object.");
        }
        String model = text(tree, "model");
        if (model == null || model.isBlank()) {
            throw new ProblemException(Problem.missing("model"));
        }
        if (model.length() > NAME) {
            throw new ProblemException(
                    Problem.field("model", "The model's name is too long.", "512 characters at most."));
        }
        require(kind, tree);
        String id = x.header(Headers.REQUEST_ID)
                .filter(given -> ID.matcher(given).matches())
                .orElseGet(() -> "req_" + ids.get());
        return new Question(
                kind,
                id,
                model,
                kind == Kind.INFER ? text(tree, "node") : null,
                x.header(Headers.TO_WORKER).filter(given -> !given.isBlank()).orElse(null),
                kind != Kind.EMBEDDING && stream(tree, kind == Kind.INFER),
                tree,
                x.body(),
                x.caller().label(),
                arrived,
                clock.instant(),
                false);
    }

    private static void require(Kind kind, ObjectNode tree) {
        String field = switch (kind) {
            case CHAT -> "messages";
            case COMPLETION, INFER -> "prompt";
            case EMBEDDING -> "input";
        };
        JsonNode value = tree.get(field);
        if (value == null || value.isNull()) {
            throw new ProblemException(Problem.missing(field));
        }
        if (kind == Kind.CHAT && (!value.isArray() || value.isEmpty())) {
            throw new ProblemException(Problem.field(
                    field, "Field \"messages\" is not a list with messages in it.", "Send at least one."));
        }
        if (kind == Kind.INFER && !value.isTextual()) {
            throw new ProblemException(Problem.field(field, "Field \"prompt\" is not text.", "Send text."));
        }
    }

    private static @Nullable String text(ObjectNode tree, String field) {
        JsonNode value = tree.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new ProblemException(Problem.field(field, "Field \"" + field + "\" is not text.", "Send text."));
        }
        return value.textValue();
    }

    private static boolean stream(ObjectNode tree, boolean otherwise) {
        JsonNode value = tree.get("stream");
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new ProblemException(
                    Problem.field("stream", "Field \"stream\" is not true or false.", "Send true or false."));
        }
        return value.booleanValue();
    }
}
