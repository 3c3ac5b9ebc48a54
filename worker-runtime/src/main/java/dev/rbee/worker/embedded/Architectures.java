package dev.rbee.worker.embedded;

import dev.rbee.contract.gguf.EmbeddedSupport;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/** Keeps from the library what it can't load or serve. */
final class Architectures {
    private Architectures() {}

    /** Throws {@code model_unsupported}, naming what is not known. */
    static void demand(GgufInfo model) {
        String refusal = EmbeddedSupport.refusal(model);
        if (refusal != null) {
            throw new ProblemException(Problem.of(
                    ProblemCode.MODEL_UNSUPPORTED,
                    refusal,
                    "Run it with llama-server (rbee engine install), or use a model of another family (llama, qwen2, gemma2,"
                            + " gemma3, phi3, granite, bert ...)."));
        }
    }
}
