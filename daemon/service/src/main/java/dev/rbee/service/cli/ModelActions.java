package dev.rbee.service.cli;

import dev.rbee.client.ModelsClient;
import dev.rbee.contract.models.ModelEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rbee model list} and {@code rbee model rm}. */
final class ModelActions {
    private ModelActions() {}

    /** {@code rbee model list}. */
    @Command(name = "list", description = "Model files and the hives that have them.")
    static final class ListModels implements Callable<Integer> {
        private final Root root;

        ListModels(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                List<ModelEntry> models = link.queen().catalog();
                root.output().result(models, () -> ModelTables.installed(models));
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee model rm}. */
    @Command(
            name = "rm",
            sortOptions = false,
            description = "Remove a model. A file of another program, or one imported in place, is only forgotten.")
    static final class Remove implements Callable<Integer> {
        /** Their files are ours to delete. */
        private static final Set<String> OURS = Set.of("stored", "partial");

        private final Root root;

        @Parameters(paramLabel = "NAME", description = "The model, by name or by the reference it was pulled by.")
        String name = "";

        @Option(
                names = {"--node", "--hive"},
                paramLabel = "N",
                description = "On this hive only.")
        @Nullable
        String hive;

        Remove(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                List<ModelEntry> there = KnownModels.named(link.queen().catalog(), name).stream()
                        .filter(entry -> hive == null || hive.equals(entry.hive()))
                        .toList();
                new ModelsClient(link.remote()).delete(name, hive);
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("model", name);
                said.put("removed", true);
                said.put(
                        "hives",
                        there.stream()
                                .map(ModelEntry::hive)
                                .filter(Objects::nonNull)
                                .toList());
                root.output().result(said, () -> "Model " + name + " removed" + words(there) + ".");
                return ExitCodes.OK;
            }
        }

        private static String words(List<ModelEntry> there) {
            long ours =
                    there.stream().filter(Remove::ours).mapToLong(Remove::bytes).sum();
            boolean left = there.stream().anyMatch(entry -> !ours(entry) && entry.origin() != null);
            return (ours > 0 ? "; it took " + Words.bytes(ours) : "") + (left ? "; its file stays where it was" : "");
        }

        private static boolean ours(ModelEntry entry) {
            return OURS.contains(String.valueOf(entry.origin()))
                    || entry.state().equals("partial");
        }

        private static long bytes(ModelEntry entry) {
            Long done = entry.doneBytes();
            return entry.state().equals("partial") && done != null ? done : entry.sizeBytes();
        }
    }
}
