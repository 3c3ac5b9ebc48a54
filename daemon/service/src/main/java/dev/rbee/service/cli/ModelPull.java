package dev.rbee.service.cli;

import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rbee model pull}. */
@Command(
        name = "pull",
        sortOptions = false,
        description = {
            "Fetch a model: a name of the catalogue (qwen3:8b), hf:owner/repo[:QUANT|/file.gguf] or https://….gguf.",
            "Ctrl-C stops it; what is there is kept, and the same command goes on with it."
        })
final class ModelPull implements Callable<Integer> {
    private final Root root;

    @Parameters(paramLabel = "REF", description = "What to fetch; `rbee model library` and `rbee model search` help.")
    String ref = "";

    @Option(
            names = {"--node", "--hive"},
            paramLabel = "N",
            description = "To this hive; by default where it runs best.")
    @Nullable
    String hive;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call it; by default its file's name.")
    @Nullable
    String name;

    @Option(names = "--detach", description = "Do not wait; the queen goes on with it.")
    boolean detach;

    ModelPull(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        String wanted = ModelRef.parse(ref).toString();
        Output output = root.output();
        try (StatusLine line = new StatusLine(output);
                Fleets fleets = Fleets.attachOrStart(root, line)) {
            Pull pull = new Pull(root, fleets.link(), line);
            if (detach) {
                return begun(pull, fleets, line, output, wanted);
            }
            ModelEntry entry = pull.whole(wanted, hive, name);
            line.close();
            output.result(
                    entry,
                    () -> "Model " + entry.id() + " (" + Words.bytes(entry.sizeBytes()) + ") is there"
                            + (entry.hive() == null ? "." : ", on " + entry.hive() + "."));
            return ExitCodes.OK;
        }
    }

    private Integer begun(Pull pull, Fleets fleets, StatusLine line, Output output, String wanted) {
        if (fleets.own()) {
            throw ProblemException.of(
                    ProblemCode.QUEEN_NOT_FOUND,
                    "No queen runs here that could go on with it.",
                    "Start one with `rbee --daemon`, or leave --detach out.");
        }
        JobAccepted job = pull.begin(wanted, hive, name);
        line.close();
        output.result(job, () -> "Download " + job.jobId() + " has begun; `rbee model downloads` shows it.");
        return ExitCodes.OK;
    }
}
