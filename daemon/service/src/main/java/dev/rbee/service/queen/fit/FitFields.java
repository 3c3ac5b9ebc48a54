package dev.rbee.service.queen.fit;

import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a question's fields. Pure. */
final class FitFields {
    private static final int MOST_CTX = 1 << 24;
    private static final int MOST_SLOTS = 64;
    private static final int LONGEST_NAME = 300;

    private FitFields() {}

    /** The model's name; throws {@code missing_field} or {@code invalid_field}. */
    static String check(FitRequest asked) {
        String model = asked.model();
        if (model == null || model.isBlank()) {
            throw new ProblemException(Problem.missing("model"));
        }
        range("ctx", asked.ctx(), MOST_CTX);
        range("slots", asked.slots(), MOST_SLOTS);
        WorkerOptions options = asked.options();
        if (options != null) {
            word("options.engine", options.engine(), List.of("auto", "embedded", "llama-server"));
            word("options.kv_type", options.kvType(), List.of("f16", "q8_0", "q4_0"));
            Integer layers = options.gpuLayers();
            if (layers != null && layers < 0) {
                range("options.gpu_layers", layers, 999);
            }
        }
        return model.strip();
    }

    /** What the question itself tells of its model; null where it only names it. Throws {@code invalid_field}. */
    static @Nullable Subject shown(FitRequest asked, String name) {
        ModelHeader header = asked.header();
        if (header == null) {
            return null;
        }
        Long bytes = asked.sizeBytes();
        if (name.length() > LONGEST_NAME || (bytes != null && bytes < 0)) {
            throw new ProblemException(
                    Problem.field("size_bytes", "That is no file of a model.", "Send its name and its size in bytes."));
        }
        return new Subject(name, ShownHeader.checked(header), bytes, null);
    }

    private static void range(String field, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new ProblemException(Problem.field(
                    field, value + " is not possible for " + field + ".", "It goes from 1 to " + most + "."));
        }
    }

    private static void word(String field, @Nullable String value, List<String> words) {
        if (value != null && !words.contains(value)) {
            throw new ProblemException(Problem.field(
                    field, "That is no " + field + ".", "It is one of " + String.join(", ", words) + "."));
        }
    }
}
