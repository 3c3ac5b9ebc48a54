package dev.rbee.service.cli;

import dev.rbee.client.ModelsClient;
import dev.rbee.contract.models.HubModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rbee model search}. */
@Command(
        name = "search",
        sortOptions = false,
        description = {
            "Search the hub for models in GGUF files.",
            "With owner/name: that repository's files, by quantization."
        })
final class ModelSearch implements Callable<Integer> {
    private static final Pattern REPO = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final int HITS = 20;

    private final Root root;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "What to look for, or owner/name.")
    List<String> words = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "Hits at most (20).")
    int limit = HITS;

    @Option(names = "--sort", paramLabel = "BY", description = "downloads, likes or updated (downloads).")
    @Nullable
    String sort;

    ModelSearch(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Output output = root.output();
        try (StatusLine line = new StatusLine(output);
                Fleets fleets = Fleets.attachOrStart(root, line)) {
            ModelsClient models = new ModelsClient(fleets.link().remote());
            line.show("searching", null);
            if (words.size() == 1
                    && REPO.matcher(words.getFirst().replaceFirst("^hf:", "")).matches()) {
                HubModel found = models.repo(words.getFirst().replaceFirst("^hf:", ""));
                line.close();
                output.result(found, () -> ModelTables.files(found));
            } else {
                List<HubModel> hits = models.search(String.join(" ", words), limit, sort);
                line.close();
                output.result(hits, () -> ModelTables.hits(hits));
            }
            return ExitCodes.OK;
        }
    }
}
