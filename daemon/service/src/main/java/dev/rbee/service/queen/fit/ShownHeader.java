package dev.rbee.service.queen.fit;

import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks a header that somebody else has read, so that nothing is computed with numbers that no model has. Pure. */
final class ShownHeader {
    private static final String NAME = "[A-Za-z0-9._-]{1,64}";
    private static final long MOST_BYTES = 1L << 50;
    private static final long MOST_PER_TOKEN = 1L << 40;
    private static final long MOST_SIZE = 1L << 24;
    private static final int MOST_TYPES = 64;

    private ShownHeader() {}

    /** The same; throws {@code invalid_field}. */
    static ModelHeader checked(ModelHeader header) {
        String architecture = header.architecture();
        if (architecture == null || !architecture.matches(NAME)) {
            throw wrong("architecture");
        }
        String quantization = header.quantization();
        if (quantization != null && !quantization.matches(NAME)) {
            throw wrong("quantization");
        }
        Double used = header.expertsUsed();
        if (used != null && !(used >= 0 && used <= 1)) {
            throw wrong("experts_used");
        }
        bounded(
                MOST_BYTES,
                header.tensorBytes(),
                header.expertBytes(),
                header.stateBytes(),
                header.tokenBytes(),
                header.outputBytes());
        bounded(MOST_PER_TOKEN, header.kvPerToken(), header.kvPerWindowToken());
        bounded(
                MOST_SIZE,
                header.blocks(),
                header.embedding(),
                header.heads(),
                header.headsKv(),
                header.keyLength(),
                header.valueLength(),
                header.feedForward(),
                header.vocabulary(),
                header.window());
        bounded(Integer.MAX_VALUE, header.context());
        types(header.types());
        return header;
    }

    private static void types(@Nullable Map<String, Long> types) {
        if (types == null) {
            return;
        }
        if (types.size() > MOST_TYPES || !types.keySet().stream().allMatch(type -> type.matches(NAME))) {
            throw wrong("types");
        }
        bounded(MOST_BYTES, types.values().toArray(Long[]::new));
    }

    private static void bounded(long most, @Nullable Number... numbers) {
        Stream.of(numbers).forEach(number -> {
            if (number != null && (number.longValue() < 0 || number.longValue() > most)) {
                throw wrong("a number");
            }
        });
    }

    private static ProblemException wrong(String what) {
        return new ProblemException(Problem.field(
                "header",
                "That is no header of a model: " + what + " in it is not possible.",
                "Send what a GGUF file says, or leave it out."));
    }
}
