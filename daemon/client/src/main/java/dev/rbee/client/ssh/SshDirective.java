package dev.rbee.client.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of an SSH client's configuration, includes resolved.
 *
 * @param blocks the {@code Host} and {@code Match} lines it stands under, words without the keyword
 * @param keyword lower case
 */
record SshDirective(List<Block> blocks, String keyword, List<String> values) {
    private static final int DEEPEST = 16;

    /** {@code Host} or {@code Match} with what stands behind it. */
    record Block(boolean match, List<String> words) {}

    String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Reads a file and what it includes; nothing where it is missing or cannot be read. {@code folder}: {@code ~/.ssh}. */
    static List<SshDirective> read(Path file, Path folder) {
        List<SshDirective> all = new ArrayList<>();
        read(file, folder, List.of(), 0, all);
        return all;
    }

    private static void read(Path file, Path folder, List<Block> around, int depth, List<SshDirective> to) {
        if (depth > DEEPEST || !Files.isRegularFile(file) || !Files.isReadable(file)) {
            return;
        }
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return;
        }
        List<Block> blocks = around;
        for (String line : text.lines().toList()) {
            List<String> words = words(line);
            if (words.isEmpty()) {
                continue;
            }
            String keyword = words.getFirst().toLowerCase(Locale.ROOT);
            List<String> values = List.copyOf(words.subList(1, words.size()));
            switch (keyword) {
                case "host", "match" -> {
                    blocks = new ArrayList<>(around);
                    blocks.add(new Block(keyword.equals("match"), values));
                }
                case "include" -> {
                    for (String pattern : values) {
                        for (Path included : included(pattern, folder)) {
                            read(included, folder, blocks, depth + 1, to);
                        }
                    }
                }
                default -> to.add(new SshDirective(List.copyOf(blocks), keyword, values));
            }
            if (keyword.equals("host")) {
                to.add(new SshDirective(List.copyOf(blocks), "host", values));
            }
        }
    }

    /** Files a pattern names, sorted, as OpenSSH does; patterns in the last part only. */
    private static List<Path> included(String pattern, Path folder) {
        String plain = pattern.startsWith("~/")
                ? folder.resolveSibling(pattern.substring(2)).toString()
                : pattern;
        Path path = folder.resolve(plain).normalize();
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (parent == null || name == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                parent, p -> Glob.matches(name.toString(), p.getFileName().toString()))) {
            all.forEach(found::add);
        } catch (IOException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    /** {@code Key value}, {@code Key=value}, {@code "quoted words"}, comments behind {@code #}. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean open = false;
        for (char c : line.strip().toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                open = true;
            } else if (!quoted && c == '#' && !open) {
                break;
            } else if (!quoted
                    && (Character.isWhitespace(c)
                            || (c == '=' && words.isEmpty())
                            || (c == '=' && words.size() == 1 && !open))) {
                if (open) {
                    words.add(word.toString());
                    word.setLength(0);
                    open = false;
                }
            } else {
                word.append(c);
                open = true;
            }
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }
}
