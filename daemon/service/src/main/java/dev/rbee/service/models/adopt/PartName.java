package dev.rbee.service.models.adopt;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model file's name says. Pure.
 *
 * @param stem without ending and number
 * @param part of a split model, from 1; 1 where it is whole
 * @param parts of the whole model
 */
public record PartName(String stem, int part, int parts) {
    private static final Pattern SPLIT = Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})");
    private static final int MOST = 1_000;

    /** Of a file that ends with {@code .gguf}, in any case; empty for others and for numbers that make no sense. */
    public static Optional<PartName> of(String file) {
        if (!file.toLowerCase(Locale.ROOT).endsWith(".gguf") || file.length() <= 5 || file.startsWith(".")) {
            return Optional.empty();
        }
        String stem = file.substring(0, file.length() - 5);
        Matcher split = SPLIT.matcher(stem);
        if (!split.matches()) {
            return Optional.of(new PartName(stem, 1, 1));
        }
        int part = Integer.parseInt(split.group(2));
        int parts = Integer.parseInt(split.group(3));
        boolean sane = part >= 1 && part <= parts && parts <= MOST;
        return sane ? Optional.of(new PartName(split.group(1), part, parts)) : Optional.empty();
    }

    /** The file name of a part, as llama.cpp looks for it. */
    public static String file(String stem, int part, int parts) {
        return parts == 1 ? stem + ".gguf" : String.format(Locale.ROOT, "%s-%05d-of-%05d.gguf", stem, part, parts);
    }
}
