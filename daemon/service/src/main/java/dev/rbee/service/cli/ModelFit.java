package dev.rbee.service.cli;

import dev.rbee.client.ModelsClient;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.ref.ModelRef;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rbee model fit}. */
@Command(
        name = "fit",
        sortOptions = false,
        description = "Which hive could run a model, with how much memory and how fast; also before it is fetched.")
final class ModelFit implements Callable<Integer> {
    private final Root root;

    @Parameters(
            paramLabel = "MODEL",
            description = "An installed model, a reference as for pull, or a GGUF file (./model.gguf).")
    String model = "";

    @Option(
            names = {"--node", "--hive"},
            paramLabel = "N",
            description = "On this hive only.")
    @Nullable
    String hive;

    @Option(names = "--ctx", paramLabel = "N", description = "Context of a slot, tokens.")
    @Nullable
    Integer ctx;

    @Option(names = "--slots", paramLabel = "N", description = "Answers at a time.")
    @Nullable
    Integer slots;

    @Mixin
    EngineFlags flags = new EngineFlags();

    ModelFit(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Output output = root.output();
        try (StatusLine line = new StatusLine(output);
                Fleets fleets = Fleets.attachOrStart(root, line)) {
            line.show("reading the header of " + model, null);
            FitAnswer answer = new ModelsClient(fleets.link().remote()).fit(question());
            line.close();
            output.result(answer, () -> ModelTables.fit(answer));
            return ExitCodes.OK;
        }
    }

    /** A file of this machine is read here: its header goes along, since no hive may have it. */
    private FitRequest question() {
        if (!ModelRef.file(model)) {
            return new FitRequest(model, hive, ctx, slots, flags.options(null));
        }
        Path file = WantedModel.home(model).toAbsolutePath().normalize();
        GgufInfo info = GgufReader.read(file);
        return new FitRequest(
                String.valueOf(file.getFileName()),
                hive,
                ctx,
                slots,
                flags.options(null),
                info.header(),
                info.fileBytes());
    }
}
