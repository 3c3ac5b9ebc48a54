package dev.rbee.service.models.adopt;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which projector (mmproj) goes with which model; by their names. Pure. */
public final class Projectors {
    private static final Pattern MARK = Pattern.compile("(?i)mmproj(-model)?");
    private static final Pattern WEIGHTS =
            Pattern.compile("(?i)(^|[-_.])(i?q\\d[a-z0-9_]*|bf16|f16|f32|fp16|fp32|mxfp4|tq\\d_\\d|ud)(?=$|[-_.])");

    private Projectors() {}

    /** Whether a file of that name is a projector and no model. */
    public static boolean is(String file) {
        return file.toLowerCase(Locale.ROOT).contains("mmproj");
    }

    /** What model and projector have in common. */
    static String key(String stem) {
        String bare = MARK.matcher(stem).replaceAll("");
        return WEIGHTS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }

    /**
     * The one for that model among the projectors of its folder: the one named after it first, then the one with the same name but for
     * the weights' type; and where the folder is one model's own ({@code alone}), any of it.
     */
    public static Optional<Path> of(String stem, Collection<Path> projectors, boolean alone) {
        String exact = (stem + ".mmproj.gguf").toLowerCase(Locale.ROOT);
        List<Path> sorted = projectors.stream()
                .sorted(Comparator.comparingInt(Projectors::weight).thenComparing(Path::toString))
                .toList();
        Optional<Path> named = sorted.stream()
                .filter(file -> name(file).toLowerCase(Locale.ROOT).equals(exact))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        String wanted = key(stem);
        Optional<Path> alike = sorted.stream()
                .filter(file -> !wanted.isEmpty() && key(stemOf(name(file))).equals(wanted))
                .findFirst();
        return alike.isPresent() || !alone ? alike : sorted.stream().findFirst();
    }

    /** F16 before BF16 before the rest: what every engine reads. */
    private static int weight(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return name.contains("bf16") ? 1 : name.contains("f16") ? 0 : 2;
    }

    private static String stemOf(String file) {
        return file.substring(0, Math.max(0, file.length() - 5));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
