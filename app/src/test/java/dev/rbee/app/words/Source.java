package dev.rbee.app.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the application as text: comments gone, literals found. */
record Source(Path file, String text) {
    private static final Path ROOT = Path.of("src/main/java/dev/rbee/app");
    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])'|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /**
     * A text in quotes.
     *
     * @param before the code before it, back to the end of the last statement or block
     */
    record Literal(String text, String before) {}

    /** By package, below the application's. */
    static TreeMap<String, List<Source>> all() {
        TreeMap<String, List<Source>> packages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String name = ROOT.relativize(file.getParent()).toString().replace('/', '.');
                packages.computeIfAbsent(name, n -> new ArrayList<>()).add(new Source(file, Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packages;
    }

    List<Literal> literals() {
        List<Literal> found = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        Matcher matcher = COMMENT_OR_LITERAL.matcher(text);
        int from = 0;
        while (matcher.find()) {
            code.append(text, from, matcher.start());
            String hit = matcher.group();
            if (hit.startsWith("\"")) {
                int start = Math.max(code.lastIndexOf(";"), Math.max(code.lastIndexOf("{"), code.lastIndexOf("}")));
                int quotes = hit.startsWith("\"\"\"") ? 3 : 1;
                found.add(new Literal(hit.substring(quotes, hit.length() - quotes), code.substring(start + 1)));
                code.append("\"\"");
            }
            from = matcher.end();
        }
        return found;
    }

    String name() {
        return file.getFileName().toString();
    }
}
