package dev.rbee.bench;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;

/** The bare library in a process of its own: tokens per second of one long answer after another, nothing of rbee around it. */
public final class BareLibrary {
    private BareLibrary() {}

    /** Arguments: model file, threads, tokens, runs. Prints tokens per second, a line a run. */
    public static void main(String[] arguments) {
        int tokens = Integer.parseInt(arguments[2]);
        ModelParameters parameters = new ModelParameters()
                .setModel(arguments[0])
                .setThreads(Integer.parseInt(arguments[1]))
                .setCtxSize(1024)
                .setParallel(1);
        LlamaModel model = new LlamaModel(parameters);
        for (int run = 0; run < Integer.parseInt(arguments[3]); run++) {
            InferenceParameters inference = new InferenceParameters("Tell me a short bee story")
                    .setNPredict(tokens)
                    .setIgnoreEos(true)
                    .setTemperature(0);
            long begin = 0;
            int count = 0;
            for (var output : model.generate(inference)) {
                if (count++ == 0) {
                    begin = System.nanoTime(); // generation only; the prompt is another figure
                }
                if (output.text == null) {
                    throw new IllegalStateException("no text");
                }
            }
            System.out.println((count - 1) / ((System.nanoTime() - begin) / 1e9));
        }
        System.out.flush();
        Runtime.getRuntime().halt(0); // the library's close may hang
    }
}
