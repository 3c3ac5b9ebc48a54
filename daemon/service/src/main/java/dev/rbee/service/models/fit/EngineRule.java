package dev.rbee.service.models.fit;

import dev.rbee.contract.gguf.EmbeddedSupport;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.models.ModelHeader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a machine's engines runs a model. Pure. */
public final class EngineRule {
    private EngineRule() {}

    /**
     * The choice.
     *
     * @param engine null where none can
     * @param why none can, as a sentence
     */
    public record Choice(
            @Nullable FitEngine engine, @Nullable String why) {}

    /**
     * Chooses.
     *
     * @param engines of the machine
     * @param asked {@code embedded} or {@code llama-server}; null or {@code auto}: llama-server where the machine prefers it, has GPUs for it or
     *     nothing else will do, else the embedded one
     * @param gpus whether the machine has any
     */
    public static Choice choose(ModelHeader model, List<EngineInfo> engines, @Nullable String asked, boolean gpus) {
        Map<String, Long> types = model.types() == null ? Map.of() : model.types();
        String refusal = EmbeddedSupport.refusal(model.architecture(), types.keySet());
        boolean server = available(engines, FitEngine.LLAMA_SERVER);
        boolean embedded = available(engines, FitEngine.EMBEDDED) && refusal == null;
        FitEngine only = asked == null || asked.equals("auto") ? null : FitEngine.of(asked);
        boolean preferred = gpus || !embedded || selected(engines, FitEngine.LLAMA_SERVER);
        if (server && (only == null ? preferred : only == FitEngine.LLAMA_SERVER)) {
            return new Choice(FitEngine.LLAMA_SERVER, null);
        }
        if (embedded && only != FitEngine.LLAMA_SERVER) {
            return new Choice(FitEngine.EMBEDDED, null);
        }
        return new Choice(null, why(engines, only, refusal));
    }

    private static String why(List<EngineInfo> engines, @Nullable FitEngine only, @Nullable String refusal) {
        if (only == FitEngine.LLAMA_SERVER) {
            return "There is no llama-server there; rbee engine install adds one.";
        }
        if (refusal != null) {
            return refusal + " Install llama-server there: rbee engine install.";
        }
        return engines.stream()
                .map(EngineInfo::reason)
                .filter(reason -> reason != null)
                .findFirst()
                .map(reason -> "No engine can run there: " + reason + ".")
                .orElse("There is no engine.");
    }

    /** Whether the machine gives it to workers where nothing else is said. */
    private static boolean selected(List<EngineInfo> engines, FitEngine engine) {
        return engines.stream()
                .anyMatch(each -> each.name().equals(engine.wire()) && Boolean.TRUE.equals(each.selected()));
    }

    private static boolean available(List<EngineInfo> engines, FitEngine engine) {
        return engines.stream().anyMatch(each -> each.available() && each.name().equals(engine.wire()));
    }
}
