package dev.rbee.service.models.fit;

import dev.rbee.contract.models.ModelHeader;
import org.jspecify.annotations.Nullable;

/** Expected tokens per second: a token reads every weight it uses once, so memory's speed is what counts. Pure. */
public final class FitSpeed {
    private FitSpeed() {}

    /** Bytes read for one token: all weights but the table of tokens, of experts the used ones. */
    public static double bytesPerToken(ModelHeader model) {
        double all = model.tensorBytes();
        double tables = FitMemory.or(model.tokenBytes(), 0);
        boolean shared = FitMemory.or(model.outputBytes(), 0) == 0;
        double experts = FitMemory.or(model.expertBytes(), 0);
        double used = FitMemory.or(model.expertsUsed(), 1);
        return Math.max(1, all - (shared ? 0 : tables) - experts * (1 - used));
    }

    static @Nullable Double tokensPerSecond(FitQuestion question, FitNeed need, Learnt learnt) {
        if (learnt.tokensPerSecond() != null) {
            return learnt.tokensPerSecond();
        }
        Double bandwidth = learnt.bandwidth();
        boolean divided = need.gpuLayers() > 0 && need.gpuLayers() < question.layers();
        if (bandwidth == null || divided) {
            return null;
        }
        return bandwidth / bytesPerToken(question.model());
    }
}
