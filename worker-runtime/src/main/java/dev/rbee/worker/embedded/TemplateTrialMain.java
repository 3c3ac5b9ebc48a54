package dev.rbee.worker.embedded;

import de.kherud.llama.LlamaBridge;
import de.kherud.llama.ModelParameters;
import dev.rbee.worker.template.ChatTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The throw-away process that tries a template: {@code <directory of the library> <model> <case>...}. It says what it
 * begins and what went well, line by line; a template that ends the process ends only this one.
 */
public final class TemplateTrialMain {
    static final String DONE = "done ";
    static final String CHATML = "<|im_start|>";

    private TemplateTrialMain() {}

    /** Runs the cases; ends with its parent. */
    public static void main(String[] args) {
        NativeThreads.thread("parent", TemplateTrialMain::endWithParent).start();
        LlamaLibrary.prepare(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LlamaBridge llama = LlamaBridge.load(new ModelParameters()
                .setModel(args[1])
                .setCtxSize(256)
                .setThreads(1)
                .skipWarmup()
                .enableJinja()
                .disableLog());
        for (int i = 2; i < args.length; i++) {
            TemplateCase tried = TemplateCase.valueOf(args[i]);
            String prompt = llama.applyTemplate(ChatTemplate.json(tried.turns()));
            out.println((tried.complete(prompt) ? DONE : "incomplete ")
                    + tried
                    + (prompt.startsWith(CHATML) ? CHATML : ""));
        }
        Runtime.getRuntime().halt(0);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever sent
            }
        } catch (IOException e) {
            // the same as the end
        }
        Runtime.getRuntime().halt(3);
    }
}
