package dev.rbee.worker.embedded;

import de.kherud.llama.LlamaBridge;
import de.kherud.llama.LlamaFailure;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.EngineFacts;
import dev.rbee.worker.template.ChatTemplate;
import dev.rbee.worker.template.TemplateVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the model of this process, after every check that can be made without the library. Blocks; call it once. */
public final class EmbeddedLoader {
    /** Name and version of the engine. */
    public static final String IMPLEMENTATION = "embedded-llama.cpp-b4916";

    private EmbeddedLoader() {}

    /**
     * Loads. Throws {@link ProblemException}: {@code model_file_missing}, {@code model_invalid}, {@code model_unsupported},
     * {@code cpu_unsupported}, {@code invalid_field} for a context or slots that are not possible.
     */
    public static EmbeddedEngine load(EngineOptions options) {
        long start = options.nanos().getAsLong();
        GgufInfo model = GgufReader.read(options.model());
        Architectures.demand(model);
        LoadPlan plan = LoadPlan.of(
                model,
                options.context(),
                options.slots(),
                options.threads(),
                Runtime.getRuntime().availableProcessors());
        options.cpu().demand();
        LlamaLibrary.prepare(options.directory().resolve("embedded-4.2.0"));
        TemplateVerdict verdict = verdict(options, model);
        boolean chatMl = model.chatTemplate() != null && !verdict.chat();
        LlamaBridge llama = load(options, model, plan, chatMl);
        EngineFacts facts = new EngineFacts(
                IMPLEMENTATION,
                "cpu",
                model,
                plan.context(),
                plan.slots(),
                plan.threads(),
                model.embeddingOnly(),
                model.generates(),
                model.chatTemplate() == null ? "none" : verdict.chat() ? "model" : "chatml",
                (options.nanos().getAsLong() - start) / 1_000_000,
                EngineFacts.Run.EMBEDDED);
        return new EmbeddedEngine(
                llama,
                facts,
                new ChatTemplate(verdict, llama::applyTemplate),
                plan.batch(),
                options.maxWaiting(),
                options.nanos());
    }

    private static TemplateVerdict verdict(EngineOptions options, GgufInfo model) {
        String template = model.chatTemplate();
        if (template == null || !model.generates()) {
            return TemplateVerdict.BAD;
        }
        return new TemplateTrial(options.directory().resolve("templates"), options.model()).verdict(template);
    }

    private static LlamaBridge load(EngineOptions options, GgufInfo model, LoadPlan plan, boolean chatMl) {
        Path file = plainName(options);
        try {
            return LlamaBridge.load(plan.parameters(file, chatMl));
        } catch (LlamaFailure e) {
            throw new ProblemException(
                    new Problem(
                            ProblemCode.MODEL_UNSUPPORTED,
                            "The embedded engine can't load the model (" + model.architecture() + ", "
                                    + model.quantization() + "): " + e.getMessage() + ".",
                            null,
                            "There may be too little memory for " + plan.slots() + " slots of " + plan.context()
                                    + " tokens, or the model is made for a newer engine.",
                            null),
                    e);
        }
    }

    /** The library takes paths in a form that knows nothing above U+FFFF; such a file gets a link with a plain name. */
    private static Path plainName(EngineOptions options) {
        Path file = options.model().toAbsolutePath();
        if (file.toString().codePoints().allMatch(c -> c <= 0xFFFF)) {
            return file;
        }
        try {
            Path link = Files.createTempDirectory(options.directory(), "link").resolve("model.gguf");
            return Files.createSymbolicLink(link, file);
        } catch (IOException e) {
            throw new UncheckedIOException("no link to " + file + " can be made", e);
        }
    }
}
