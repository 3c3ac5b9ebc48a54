package dev.rbee.service.models.fit;

import dev.rbee.contract.models.ModelHeader;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of the parts of a running model, as llama.cpp allocates and touches them; the constants were measured (docs/benchmarks.md). Pure; all in
 * doubles, which do not overflow.
 */
final class FitMemory {
    /** Tokens of a prompt that are computed at a time. */
    private static final int BATCH = 512;
    /** The embedded engine computes so many at first and then as many as take it 300 ms. */
    private static final int PIECE = 64;

    private static final double PIECE_WORK = 4e9;

    private static final double MIB = 1 << 20;
    /** A worker with the embedded engine and nothing in it. */
    private static final double EMBEDDED = 120 * MIB;
    /** A worker that has its engine beside it. */
    private static final double WORKER = 95 * MIB;
    /** llama-server with nothing in it. */
    private static final double SERVER = 17 * MIB;

    /** Weights of these types are kept in another order for the CPU, beside the mapped file. */
    private static final Set<String> EMBEDDED_REORDERS = Set.of("Q4_0");

    private static final Set<String> SERVER_REORDERS = Set.of("Q4_0", "Q4_K", "IQ4_NL", "MXFP4");

    private final FitQuestion question;
    private final ModelHeader model;
    private final boolean server;
    private final int threads;

    FitMemory(FitQuestion question, int threads) {
        this.question = question;
        this.model = question.model();
        this.server = question.engine() == FitEngine.LLAMA_SERVER;
        this.threads = Math.max(1, threads);
    }

    /** Tables of tokens, which stay in main memory whatever is on GPUs. */
    double tables() {
        return or(model.tokenBytes(), 0);
    }

    /** The table of the output, the last thing to go onto a GPU; a copy of the tokens' table where they share one. */
    double output() {
        return shared() ? tables() : or(model.outputBytes(), 0);
    }

    /** Whether one table serves as both. */
    boolean shared() {
        return or(model.outputBytes(), 0) == 0;
    }

    /** All repeating layers. */
    double layers() {
        return Math.max(0, model.tensorBytes() - tables() - or(model.outputBytes(), 0));
    }

    /** What is in main memory twice with everything on the CPU: as it is in the file, and in the order that the CPU likes. */
    double reordered() {
        Map<String, Long> types = model.types() == null ? Map.of() : model.types();
        Set<String> reorders = server ? SERVER_REORDERS : EMBEDDED_REORDERS;
        return types.entrySet().stream()
                .filter(each -> reorders.contains(each.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Key-value cache and states of all layers. */
    double kv() {
        double all = or(model.kvPerToken(), 0);
        double near = or(model.kvPerWindowToken(), 0);
        double cells = cells(question.ctx());
        double window = or(model.window(), 0);
        boolean slides = server && window > 0;
        double nearCells = slides ? Math.min(cells, cells(window + BATCH)) : cells;
        return (all * cells + near * nearCells) * bytesPerNumber() + or(model.stateBytes(), 0) * question.slots();
    }

    private double cells(double perSlot) {
        return Math.ceil(perSlot / 256) * 256 * question.slots();
    }

    private double bytesPerNumber() {
        return switch (question.kvType()) {
            case "q8_0" -> 34.0 / 32;
            case "q4_0" -> 18.0 / 32;
            default -> 2;
        };
    }

    /** Working memory of a batch. */
    double compute() {
        double width = or(model.embedding(), 0);
        double feed = Math.max(or(model.feedForward(), 0), width);
        double heads = or(model.heads(), 1);
        double scores = question.flash() && !encoder() ? 0 : heads * Math.ceil(question.ctx() / 256.0) * 256;
        double copies = !server ? 1 : encoder() ? 3 : 1.25;
        double answers = or(model.vocabulary(), 0) * 4 * question.slots() * (encoder() ? 0 : 1);
        return batch() * 4 * (4 * width + 3 * feed + copies * scores) + answers;
    }

    private boolean encoder() {
        return Boolean.TRUE.equals(model.encoder());
    }

    private double batch() {
        if (encoder()) {
            return question.ctx();
        }
        double most = Math.clamp(question.ctx(), 64, BATCH);
        return server ? most : Math.clamp(PIECE_WORK * threads / work(), PIECE, most);
    }

    /** Multiplications for one token, about: what there is of weights that every token meets. */
    private double work() {
        double width = or(model.embedding(), 1);
        double heads =
                or(model.heads(), 1) * or(model.keyLength(), 64) + or(model.headsKv(), 1) * or(model.keyLength(), 64);
        double layer = 2 * width * heads + 3 * width * or(model.feedForward(), 4 * width);
        return Math.max(1, question.layers() * layer + width * or(model.vocabulary(), 0));
    }

    /** What the processes take beside all that. */
    double base() {
        double words = or(model.vocabulary(), 0);
        return server ? WORKER + SERVER + 140 * words : EMBEDDED + 230 * words;
    }

    static double or(@Nullable Number number, double otherwise) {
        return number == null ? otherwise : number.doubleValue();
    }
}
