package dev.rbee.service.models.fit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a result in one sentence. Pure. */
final class FitWords {
    private static final double GB = 1e9;

    private FitWords() {}

    static String of(
            FitQuestion question,
            FitMachine machine,
            FitNeed need,
            FitVerdict verdict,
            long free,
            @Nullable Integer maxCtx,
            @Nullable Double speed,
            boolean learnt) {
        String at = tokens(question.ctx()) + (question.slots() > 1 ? " × " + question.slots() + " slots" : "");
        String size = (learnt ? "took " : "needs ") + gb(need.total()) + " of " + gb(free) + " free at " + at;
        String rate = speed == null ? "" : ", about " + rate(speed) + " tokens/s";
        return switch (verdict) {
            case FITS -> "Fits: " + size + where(question, need) + more(question, maxCtx) + rate + ".";
            case PARTIAL ->
                "Fits in part: " + need.gpuLayers() + " of " + question.layers()
                        + " layers on GPUs, the rest on the CPU; " + size + rate + ".";
            case FULL ->
                "Short by " + gb(need.host() - machine.ramFreeBytes()) + " at " + at + " beside what runs now; "
                        + less(maxCtx) + ".";
            case TOO_LARGE ->
                "Short by " + gb(need.host() - machine.ramFreeBytes()) + " at " + at + "; " + less(maxCtx) + ".";
            case UNSUPPORTED -> "No engine there knows it.";
        };
    }

    private static String where(FitQuestion question, FitNeed need) {
        return need.gpuLayers() == 0
                ? ""
                : need.gpuLayers() >= question.layers() ? ", all on GPUs" : ", " + need.gpuLayers() + " layers on GPUs";
    }

    private static String more(FitQuestion question, @Nullable Integer maxCtx) {
        return maxCtx == null || maxCtx <= question.ctx() ? "" : ", up to " + tokens(maxCtx) + " fit";
    }

    private static String less(@Nullable Integer maxCtx) {
        return maxCtx == null ? "does not fit with any context" : "fits at " + tokens(maxCtx);
    }

    /** As people say it: 512, 4k, 128k. */
    static String tokens(int count) {
        return count >= 1024 ? (count / 1024) + "k" : count + " tokens";
    }

    static String gb(long bytes) {
        return bytes < GB / 10
                ? Math.max(1, Math.round(bytes / 1e6)) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / GB);
    }

    private static String rate(double speed) {
        return speed < 10 ? String.format(Locale.ROOT, "%.1f", speed) : Long.toString(Math.round(speed));
    }
}
