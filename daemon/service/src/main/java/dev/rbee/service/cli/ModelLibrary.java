package dev.rbee.service.cli;

import dev.rbee.client.ModelsClient;
import dev.rbee.contract.models.LibraryModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rbee model library}. */
@Command(
        name = "library",
        sortOptions = false,
        description = "The catalogue of open models that can be fetched by a short name.")
final class ModelLibrary implements Callable<Integer> {
    private final Root root;

    @Parameters(
            paramLabel = "WORDS",
            arity = "0..*",
            description = "Only those with all these words in their name, maker, description or uses.")
    List<String> words = new ArrayList<>();

    @Option(
            names = "--good-at",
            paramLabel = "USE",
            description = "chat, code, reasoning, tools, vision, embedding, multilingual or small.")
    @Nullable
    String goodAt;

    @Option(names = "--max-gb", paramLabel = "N", description = "Only files of up to N GB.")
    @Nullable
    Double maxGb;

    ModelLibrary(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Output output = root.output();
        try (StatusLine line = new StatusLine(output);
                Fleets fleets = Fleets.attachOrStart(root, line)) {
            List<LibraryModel> all = new ModelsClient(fleets.link().remote()).library();
            line.close();
            List<LibraryModel> shown = all.stream()
                    .filter(this::wanted)
                    .map(this::small)
                    .filter(m -> !m.variants().isEmpty())
                    .toList();
            output.result(shown, () -> ModelTables.library(shown));
            return ExitCodes.OK;
        }
    }

    private boolean wanted(LibraryModel model) {
        return (goodAt == null || model.goodAt().contains(goodAt))
                && words.stream().allMatch(word -> text(model).contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String text(LibraryModel model) {
        return String.join(
                        " ",
                        model.name(),
                        model.title(),
                        model.by(),
                        model.description(),
                        String.join(" ", model.goodAt()))
                .toLowerCase(Locale.ROOT);
    }

    private LibraryModel small(LibraryModel model) {
        Double most = maxGb;
        return most == null
                ? model
                : new LibraryModel(
                        model.name(),
                        model.title(),
                        model.by(),
                        model.description(),
                        model.goodAt(),
                        model.context(),
                        model.license(),
                        model.year(),
                        model.variants().stream()
                                .filter(variant -> variant.sizeBytes() <= most * 1e9)
                                .toList());
    }
}
