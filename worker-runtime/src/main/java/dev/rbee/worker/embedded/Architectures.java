package dev.rbee.worker.embedded;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufType;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.Set;

/** What the library (llama.cpp build 4916, March 2025) can load and serve. */
final class Architectures {
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

    private static final Set<GgufType> TOO_NEW = Set.of(GgufType.MXFP4);

    private Architectures() {}

    /** Throws {@code model_unsupported}, naming what is not known. */
    static void demand(GgufInfo model) {
        if (!KNOWN.contains(model.architecture())) {
            throw unsupported("The embedded engine does not know the architecture \"" + model.architecture() + "\".");
        }
        for (GgufType type : model.types()) {
            if (TOO_NEW.contains(type)) {
                throw unsupported("The embedded engine does not know weights of the type " + type + ".");
            }
        }
        if (Integer.valueOf(POOLING_RANK).equals(model.poolingType())) {
            throw unsupported("The model is for reranking, which the embedded engine does not offer.");
        }
    }

    private static ProblemException unsupported(String message) {
        return new ProblemException(Problem.of(
                ProblemCode.MODEL_UNSUPPORTED,
                message,
                "Use a model of another family (llama, qwen2, gemma2, gemma3, phi3, granite, bert ...)."));
    }
}
