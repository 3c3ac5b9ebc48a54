package dev.rbee.service.models.fit;

import org.jspecify.annotations.Nullable;

/**
 * Whether and how a model fits a machine. Pure: nothing is read, nothing is measured. What earlier runs took is preferred to what is
 * computed.
 */
public final class Fit {
    /** Contexts are said in steps of that many tokens. */
    private static final int STEP = 256;

    private static final int MOST = 1 << 22;

    private Fit() {}

    /** How it would run there. */
    public static FitResult of(FitQuestion question, FitMachine machine, Learnt learnt) {
        FitNeed need = need(question, machine, learnt);
        FitVerdict verdict = verdict(question, machine, need, learnt);
        Integer maxCtx = maxCtx(question, machine, learnt);
        boolean known = learnt.memoryBytes() != null;
        Double speed = FitSpeed.tokensPerSecond(question, need, learnt);
        String device = device(need, machine);
        long free = free(need, machine);
        String words = FitWords.of(question, machine, need, verdict, free, maxCtx, speed, known);
        return new FitResult(verdict, question, need, free, device, maxCtx, speed, learnt.loadMs(), known, words);
    }

    /** With nothing learnt but what the options say. */
    public static FitResult of(FitQuestion question, FitMachine machine) {
        return of(question, machine, new Learnt(question.options().memoryBytes(), null, null, null));
    }

    /** For what no engine there can run. */
    public static FitResult unsupported(FitQuestion question, FitMachine machine, String why) {
        FitNeed need = FitPlacing.place(question, machine);
        return new FitResult(
                FitVerdict.UNSUPPORTED, question, need, machine.ramFreeBytes(), "cpu", null, null, null, false, why);
    }

    private static FitNeed need(FitQuestion question, FitMachine machine, Learnt learnt) {
        FitNeed need = FitPlacing.place(question, machine);
        Long known = learnt.memoryBytes();
        if (known == null) {
            return need;
        }
        long host = Math.max(0, known - (need.resident() - need.host()));
        return new FitNeed(
                need.weights(),
                need.kv(),
                Math.max(0, host - need.weights() - need.kv()),
                host,
                known,
                need.gpus(),
                need.gpuLayers());
    }

    private static FitVerdict verdict(FitQuestion question, FitMachine machine, FitNeed need, Learnt learnt) {
        if (need.host() <= machine.ramFreeBytes()) {
            boolean some = need.gpuLayers() > 0 && need.gpuLayers() < Math.min(question.layers(), question.gpuLayers());
            return some ? FitVerdict.PARTIAL : FitVerdict.FITS;
        }
        FitMachine empty = machine.empty();
        return need(question, empty, learnt).host() <= empty.ramFreeBytes() ? FitVerdict.FULL : FitVerdict.TOO_LARGE;
    }

    /** By halving: memory only grows with the context. */
    private static @Nullable Integer maxCtx(FitQuestion question, FitMachine machine, Learnt learnt) {
        Integer trained = question.trained();
        int high = Math.max(STEP, trained == null ? MOST : Math.min(MOST, trained)) / STEP;
        Learnt other = new Learnt(null, learnt.loadMs(), learnt.tokensPerSecond(), learnt.bandwidth());
        int low = 0;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            FitNeed need = FitPlacing.place(question.at(middle * STEP), machine);
            if (need.host() <= machine.ramFreeBytes()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low == 0) {
            boolean small = need(question, machine, other).host() <= machine.ramFreeBytes();
            return small ? Integer.valueOf(question.ctx()) : null;
        }
        int most = low * STEP;
        return trained == null ? most : Math.min(most, trained);
    }

    private static String device(FitNeed need, FitMachine machine) {
        long most = need.gpuLayers() == 0 ? Long.MAX_VALUE : need.host() / 4;
        String device = "cpu";
        for (int i = 0; i < need.gpus().size(); i++) {
            if (need.gpus().get(i) > most) {
                most = need.gpus().get(i);
                device = machine.gpus().get(i).id();
            }
        }
        return device;
    }

    private static long free(FitNeed need, FitMachine machine) {
        long free = machine.ramFreeBytes();
        for (int i = 0; i < need.gpus().size(); i++) {
            free += need.gpus().get(i) > 0 ? machine.gpus().get(i).freeBytes() : 0;
        }
        return free;
    }
}
