package dev.rbee.service.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The one list of options that Java gets, {@code jpackage/java.options}.
 *
 * @param sections options by the name of their section, in the order of the file
 */
public record JavaOptions(Map<String, List<String>> sections) {
    private static final String COMMON = "common";

    /** As it came with this build. Reads a resource. */
    public static JavaOptions ofBuild() {
        try (InputStream in = Objects.requireNonNull(
                JavaOptions.class.getResourceAsStream("java.options"), "java.options is not in the jar")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws {@link IllegalArgumentException} for a line before the first section and for one with blanks in it, which scripts would cut. */
    public static JavaOptions parse(String text) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> now = null;
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                now = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else if (now == null || line.contains(" ") || line.contains("\t")) {
                throw new IllegalArgumentException("java.options: \"" + line + "\" stands in no section or has blanks");
            } else {
                now.add(line);
            }
        }
        return new JavaOptions(sections);
    }

    /** Those of all programs, then those of that part: {@code application}, {@code cli}, {@code daemon}, {@code hive} or {@code worker}. */
    public List<String> of(String part) {
        List<String> own = sections.get(part);
        if (own == null) {
            throw new IllegalArgumentException("java.options has no section " + part);
        }
        List<String> all = new ArrayList<>(sections.getOrDefault(COMMON, List.of()));
        all.addAll(own);
        return all;
    }
}
