package dev.rbee.worker.child;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import de.kherud.llama.args.PoolingType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The library with none of rbee's guards, in a process of its own: what each hazard does. {@code <hazard> <model>}; ends
 * with 0 where the library got away with it.
 */
public final class BareLibrary {
    private BareLibrary() {}

    /** Does what the first argument says. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("temp")) {
            Path foreign = Path.of(System.getProperty("java.io.tmpdir"), "llama-notes.txt");
            Files.writeString(foreign, "not the library's");
        }
        ModelParameters parameters = new ModelParameters()
                .setModel(args[1])
                .setCtxSize(512)
                .setThreads(1)
                .enableJinja()
                .disableLog();
        if (args[0].equals("pooling")) {
            parameters.enableEmbedding().setPoolingType(PoolingType.MEAN);
        }
        LlamaModel model = new LlamaModel(parameters);
        switch (args[0]) {
            case "logprobs" ->
                model.complete(new InferenceParameters("A bee")
                        .setNPredict(3)
                        .setTemperature(0)
                        .setNProbs(2));
            case "schema" -> LlamaModel.jsonSchemaToGrammar("{\"type\":\"strange\"}");
            case "no-messages" -> model.applyTemplate("{}");
            case "bad-json" -> model.applyTemplate("{\"messages\":[");
            case "template" -> model.applyTemplate(messages("hi"));
            case "pooling" -> model.embed("a b c");
            case "emoji" -> System.out.println(model.applyTemplate(messages("one \uD83D\uDE00 two three")));
            case "grammar" ->
                System.out.println(model.complete(new InferenceParameters("A bee")
                        .setNPredict(20)
                        .setTemperature(0)
                        .setGrammar("root ::= nowhere")));
            case "too-long" ->
                System.out.println(model.complete(new InferenceParameters("bee ".repeat(2_000))
                        .setNPredict(3)
                        .setTemperature(0)));
            case "temp" ->
                System.out.println(Files.exists(Path.of(System.getProperty("java.io.tmpdir"), "llama-notes.txt")));
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static String messages(String content) {
        return new InferenceParameters("")
                .setMessages(null, List.of(new Pair<>("user", content)))
                .toString();
    }
}
