package dev.rbee.service.models.hub;

import dev.rbee.contract.gguf.GgufSets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which models the files of a repository are: parts of a split one together, projectors with the models they belong to. Pure. */
final class RepoModels {
    private static final List<String> PROJECTORS = List.of("F16", "BF16", "Q8_0", "F32");

    private RepoModels() {}

    /** Smallest first. Sets that lack a part are left out. */
    static List<RepoModel> of(List<RepoFile> files) {
        Map<String, RepoFile> byPath =
                files.stream().collect(Collectors.toMap(RepoFile::path, Function.identity(), (a, b) -> a));
        List<RepoFile> projectors = files.stream().filter(RepoModels::projector).toList();
        List<RepoModel> models = new ArrayList<>();
        for (RepoFile file : files) {
            if (!projector(file) && !extra(file) && GgufSets.number(file.name()) <= 1) {
                List<RepoFile> parts = parts(file, byPath);
                if (!parts.isEmpty()) {
                    models.add(new RepoModel(
                            Quantization.of(GgufSets.whole(file.path())), parts, projectorOf(file, projectors)));
                }
            }
        }
        models.sort(Comparator.comparing(RepoModel::size, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(model -> model.first().path()));
        return models;
    }

    private static List<RepoFile> parts(RepoFile first, Map<String, RepoFile> byPath) {
        List<RepoFile> parts = new ArrayList<>();
        for (String name : GgufSets.names(first.name())) {
            RepoFile part = byPath.get(first.folder() + name);
            if (part == null) {
                return List.of();
            }
            parts.add(part);
        }
        return parts;
    }

    static boolean projector(RepoFile file) {
        return file.name().toLowerCase(Locale.ROOT).contains("mmproj");
    }

    /** Not weights: importance matrices. */
    private static boolean extra(RepoFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.contains("imatrix") || name.endsWith(".dat.gguf");
    }

    /** One in its own folder before one in the repository's, the precise before the exact. */
    private static @Nullable RepoFile projectorOf(RepoFile model, List<RepoFile> projectors) {
        return projectors.stream()
                .filter(p -> p.folder().isEmpty() || p.folder().equals(model.folder()))
                .min(Comparator.comparing((RepoFile p) -> !p.folder().equals(model.folder()))
                        .thenComparingInt(RepoModels::precision)
                        .thenComparing(RepoFile::path))
                .orElse(null);
    }

    private static int precision(RepoFile projector) {
        int at = PROJECTORS.indexOf(String.valueOf(Quantization.of(projector.name())));
        return at < 0 ? PROJECTORS.size() : at;
    }

    /** What is meant where nothing is said. */
    static Optional<RepoModel> usual(List<RepoModel> models) {
        return models.stream().min(Comparator.comparingInt(model -> Quantization.rank(model.quantization())));
    }

    /** The one in that quantization: exactly, else with a maker's prefix ({@code UD-}); the plainest name of several. */
    static Optional<RepoModel> in(List<RepoModel> models, String quantization) {
        Comparator<RepoModel> plainest = Comparator.comparingInt(
                        (RepoModel m) -> m.name().length())
                .thenComparing(m -> m.first().path());
        String wanted =
                quantization.toUpperCase(Locale.ROOT).replace("FP16", "F16").replace("FP32", "F32");
        Optional<RepoModel> exact =
                models.stream().filter(m -> wanted.equals(m.quantization())).min(plainest);
        return exact.isPresent()
                ? exact
                : models.stream()
                        .filter(m -> ("UD-" + wanted).equals(m.quantization()))
                        .min(plainest);
    }

    /** The one of that file, or of the set of which it is a part. */
    static Optional<RepoModel> at(List<RepoModel> models, String path) {
        Optional<RepoModel> exact = having(models, path::equals);
        return exact.isPresent() ? exact : having(models, path::equalsIgnoreCase);
    }

    private static Optional<RepoModel> having(List<RepoModel> models, java.util.function.Predicate<String> path) {
        return models.stream()
                .filter(m -> m.parts().stream().anyMatch(p -> path.test(p.path())))
                .findFirst();
    }
}
