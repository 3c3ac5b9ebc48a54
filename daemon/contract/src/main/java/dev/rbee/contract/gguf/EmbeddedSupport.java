package dev.rbee.contract.gguf;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the embedded engine's library (llama.cpp build 4916, March 2025) can load and serve. Pure. */
public final class EmbeddedSupport {
    private static final int POOLING_RANK = 4;

    private static final Set<String> KNOWN = Set.of(
            "llama",
            "deci",
            "falcon",
            "grok",
            "gpt2",
            "gptneox",
            "mpt",
            "baichuan",
            "starcoder",
            "refact",
            "bert",
            "nomic-bert",
            "jina-bert-v2",
            "bloom",
            "stablelm",
            "qwen",
            "qwen2",
            "qwen2moe",
            "qwen2vl",
            "phi2",
            "phi3",
            "phimoe",
            "plamo",
            "codeshell",
            "orion",
            "internlm2",
            "minicpm",
            "minicpm3",
            "gemma",
            "gemma2",
            "gemma3",
            "starcoder2",
            "mamba",
            "xverse",
            "command-r",
            "cohere2",
            "dbrx",
            "olmo",
            "olmo2",
            "olmoe",
            "openelm",
            "arctic",
            "deepseek",
            "deepseek2",
            "chatglm",
            "bitnet",
            "jais",
            "nemotron",
            "exaone",
            "rwkv6",
            "rwkv6qwen2",
            "rwkv7",
            "arwkv7",
            "granite",
            "granitemoe",
            "chameleon");

    private static final Set<String> TOO_NEW = Set.of("MXFP4");

    private EmbeddedSupport() {}

    /** Why it can't run such a model, as a sentence; null where it can. */
    public static @Nullable String refusal(String architecture, Collection<String> types) {
        if (!KNOWN.contains(architecture)) {
            return "The embedded engine does not know the architecture \"" + architecture + "\".";
        }
        for (String type : types) {
            if (TOO_NEW.contains(type)) {
                return "The embedded engine does not know weights of the type " + type + ".";
            }
        }
        return null;
    }

    /** The same for a file's header. */
    public static @Nullable String refusal(GgufInfo model) {
        String refusal = refusal(
                model.architecture(), model.types().stream().map(Enum::name).toList());
        if (refusal != null) {
            return refusal;
        }
        return Integer.valueOf(POOLING_RANK).equals(model.poolingType())
                ? "The model is for reranking, which the embedded engine does not offer."
                : null;
    }
}
