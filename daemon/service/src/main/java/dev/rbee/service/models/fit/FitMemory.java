package dev.rbee.service.models.fit;

import dev.rbee.contract.models.ModelHeader;
import org.jspecify.annotations.Nullable;

/** Bytes of the parts of a running model, as llama.cpp allocates them. Pure; all in doubles, which do not overflow. */
final class FitMemory {
    /** Tokens of a prompt that are computed at a time. */
    private static final int BATCH = 512;

    private final FitQuestion question;
    private final ModelHeader model;

    FitMemory(FitQuestion question) {
        this.question = question;
        this.model = question.model();
    }

    /** Tables of tokens, which stay in main memory whatever is on GPUs. */
    double tables() {
        return or(model.tokenBytes(), 0);
    }

    /** The table of the output, the last thing to go onto a GPU; a copy of the tokens' table where they share one. */
    double output() {
        double own = or(model.outputBytes(), 0);
        return own > 0 ? own : tables();
    }

    /** All repeating layers. */
    double layers() {
        return Math.max(0, model.tensorBytes() - tables() - or(model.outputBytes(), 0));
    }

    /** Key-value cache and states of all layers. */
    double kv() {
        double all = or(model.kvPerToken(), 0);
        double near = or(model.kvPerWindowToken(), 0);
        double cells = cells(question.ctx());
        double window = or(model.window(), 0);
        boolean slides = question.engine() == FitEngine.LLAMA_SERVER && window > 0;
        double nearCells = slides ? Math.min(cells, cells(Math.min(1e12, window + BATCH))) : cells;
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
        double batch = batch();
        double heads = or(model.heads(), 1);
        double feed = Math.max(or(model.feedForward(), 0), 4 * width);
        double scores = question.flash() ? 0 : heads * cells(question.ctx()) * batch * 4;
        return batch * 4 * (4 * width + 3 * feed) + scores + or(model.vocabulary(), 0) * 4 * question.slots();
    }

    private double batch() {
        return Boolean.TRUE.equals(model.encoder()) ? question.ctx() : Math.clamp(question.ctx(), 64, BATCH);
    }

    /** What the processes take beside all that. */
    double base() {
        return 160L << 20;
    }

    static double or(@Nullable Number number, double otherwise) {
        return number == null ? otherwise : number.doubleValue();
    }
}
